import { operations } from "@/domain/contract/operations";
import { importDocuments } from "@/server/commands/import-documents";
import { handle } from "@/server/http";
import { listImports } from "@/server/queries/list-imports";

export const GET = handle(operations.listImports, ({ actor, params }) => listImports(actor, params.projectId));

export const POST = handle(operations.importDocuments, ({ actor, params, body }) =>
  importDocuments(actor, params.projectId, body),
);
