import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getDraftEffects } from "@/server/queries/codebook/get-draft-effects";

export const GET = handle(operations.getDraftEffects, ({ actor, params }) => getDraftEffects(actor, params.projectId));
