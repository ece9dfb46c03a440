import { operations } from "@/domain/contract/operations";
import { importUploads } from "@/server/commands/import-uploads";
import { handle } from "@/server/http";

export const POST = handle(operations.importAnnotatedData, ({ actor, params, body }) =>
  importUploads(actor, params.projectId, body),
);
