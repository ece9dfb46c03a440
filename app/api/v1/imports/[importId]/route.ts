import { operations } from "@/domain/contract/operations";
import { undoImport } from "@/server/commands/undo-import";
import { handle } from "@/server/http";

export const DELETE = handle(operations.undoImport, ({ actor, params, body }) =>
  undoImport(actor, params.importId, body.operationId),
);
