import { operations } from "@/domain/contract/operations";
import { uploadFile } from "@/server/commands/import-uploads";
import { handle } from "@/server/http";

export const POST = handle(operations.uploadFile, ({ actor, params, query, request }) =>
  uploadFile(actor, params.projectId, query.name, request.body),
);
