import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getConsistency } from "@/server/queries/consistency/get-consistency";

export const GET = handle(operations.getConsistency, ({ actor, params, query }) =>
  getConsistency(actor, params.projectId, query),
);
