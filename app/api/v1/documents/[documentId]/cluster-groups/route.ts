import { operations } from "@/domain/contract/operations";
import { regroupClusters } from "@/server/commands/regroup-clusters";
import { handle } from "@/server/http";

export const POST = handle(operations.regroupClusters, ({ actor, params, body }) =>
  regroupClusters(actor, params.documentId, body),
);
