import { operations } from "@/domain/contract/operations";
import { undoRegroup } from "@/server/commands/regroup-clusters";
import { handle } from "@/server/http";

export const DELETE = handle(operations.undoRegroup, ({ actor, params, body }) =>
  undoRegroup(actor, params.documentId, params.batchId, body.operationId),
);
