import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listUsedStatements } from "@/server/queries/codebook/get-codebook-use";

export const GET = handle(operations.listUsedStatements, ({ actor, params, query }) =>
  listUsedStatements(actor, params.projectId, query),
);
