import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { searchStatements } from "@/server/queries/search/search-statements";

export const GET = handle(operations.searchStatements, ({ actor, params, query }) =>
  searchStatements(actor, params.projectId, query),
);
