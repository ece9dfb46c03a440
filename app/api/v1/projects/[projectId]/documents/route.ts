import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listDocuments } from "@/server/queries/list-documents";

export const GET = handle(operations.listDocuments, ({ actor, params, query }) =>
  listDocuments(actor, params.projectId, query),
);
