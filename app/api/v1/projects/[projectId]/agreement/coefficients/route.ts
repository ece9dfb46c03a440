import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listCoefficients } from "@/server/queries/agreement/list-coefficients";

export const GET = handle(operations.listCoefficients, ({ actor, params, query }) =>
  listCoefficients(actor, params.projectId, query),
);
