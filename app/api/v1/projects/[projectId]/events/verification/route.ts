import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { verifyEvents } from "@/server/queries/audit/verify-events";

export const GET = handle(operations.verifyEvents, ({ actor, params, query }) =>
  verifyEvents(actor, params.projectId, query),
);
