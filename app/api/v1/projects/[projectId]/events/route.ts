import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listEvents } from "@/server/queries/audit/list-events";

export const GET = handle(operations.listEvents, ({ actor, params, query }) =>
  listEvents(actor, params.projectId, query),
);
