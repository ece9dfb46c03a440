import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { exportEvents } from "@/server/queries/audit/export-events";

export const GET = handle(operations.exportEvents, ({ actor, params, query }) =>
  exportEvents(actor, params.projectId, query, new Date()),
);
