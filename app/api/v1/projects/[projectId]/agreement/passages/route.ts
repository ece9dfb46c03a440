import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listPassages } from "@/server/queries/agreement/list-passages";

export const GET = handle(operations.listPassages, ({ actor, params, query }) =>
  listPassages(actor, params.projectId, query),
);
