import { operations } from "@/domain/contract/operations";
import { deleteStatement } from "@/server/commands/delete-statement";
import { updateStatement } from "@/server/commands/update-statement";
import { handle } from "@/server/http";

export const PUT = handle(operations.updateStatement, ({ actor, params, body }) =>
  updateStatement(actor, params.statementId, body),
);
export const DELETE = handle(operations.deleteStatement, ({ actor, params, body }) =>
  deleteStatement(actor, params.statementId, body),
);
