import { operations } from "@/domain/contract/operations";
import { undoMapping } from "@/server/commands/codebook/undo-mapping";
import { handle } from "@/server/http";

export const POST = handle(operations.undoMapping, ({ actor, params, body }) =>
  undoMapping(actor, params.projectId, params.version, body.operationId),
);
