import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { previewImport } from "@/server/queries/preview-import";

export const POST = handle(operations.previewImport, ({ actor, params, body }) =>
  previewImport(actor, params.projectId, body),
);
