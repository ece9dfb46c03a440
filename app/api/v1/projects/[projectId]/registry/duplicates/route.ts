import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listDuplicates } from "@/server/queries/registry/list-duplicates";

export const GET = handle(operations.listDuplicates, ({ actor, params, query }) =>
  listDuplicates(actor, params.projectId, query.list),
);
