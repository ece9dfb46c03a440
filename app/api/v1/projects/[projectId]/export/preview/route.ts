import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getExportPreview } from "@/server/queries/get-export-preview";

export const GET = handle(operations.previewExport, ({ actor, params, query }) =>
  getExportPreview(actor, params.projectId, query),
);
