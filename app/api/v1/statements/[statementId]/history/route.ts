import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getStatementHistory } from "@/server/queries/get-statement-history";

export const GET = handle(operations.getStatementHistory, ({ actor, params, query }) =>
  getStatementHistory(actor, params.statementId, query),
);
