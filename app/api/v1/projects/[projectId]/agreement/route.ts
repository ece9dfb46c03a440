import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getAgreement } from "@/server/queries/agreement/get-agreement";

export const GET = handle(operations.getAgreement, ({ actor, params, query }) =>
  getAgreement(actor, params.projectId, query),
);
