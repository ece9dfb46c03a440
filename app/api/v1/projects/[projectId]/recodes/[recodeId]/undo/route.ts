import { operations } from "@/domain/contract/operations";
import { undoRecode } from "@/server/commands/recode/undo-recode";
import { handle } from "@/server/http";

export const POST = handle(operations.undoRecode, ({ actor, params, body }) =>
  undoRecode(actor, params.projectId, params.recodeId, body.operationId),
);
