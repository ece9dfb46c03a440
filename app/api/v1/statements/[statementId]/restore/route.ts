import { operations } from "@/domain/contract/operations";
import { restoreStatement } from "@/server/commands/delete-statement";
import { handle } from "@/server/http";

export const POST = handle(operations.restoreStatement, ({ actor, params, body }) =>
  restoreStatement(actor, params.statementId, body),
);
