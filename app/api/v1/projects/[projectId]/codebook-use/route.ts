import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getCodebookUse } from "@/server/queries/codebook/get-codebook-use";

export const GET = handle(operations.getCodebookUse, ({ actor, params }) => getCodebookUse(actor, params.projectId));
