import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getCodebookVersion } from "@/server/queries/codebook/list-codebook-versions";

export const GET = handle(operations.getCodebookVersion, ({ actor, params }) =>
  getCodebookVersion(actor, params.projectId, params.version),
);
