import { operations } from "@/domain/contract/operations";
import { previewUploads } from "@/server/commands/import-uploads";
import { handle } from "@/server/http";

export const POST = handle(operations.previewAnnotatedImport, ({ actor, params, body }) =>
  previewUploads(actor, params.projectId, body),
);
