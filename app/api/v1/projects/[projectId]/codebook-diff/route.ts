import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getCodebookDiff } from "@/server/queries/codebook/list-codebook-versions";

export const GET = handle(operations.diffCodebooks, ({ actor, params, query }) =>
  getCodebookDiff(actor, params.projectId, query),
);
