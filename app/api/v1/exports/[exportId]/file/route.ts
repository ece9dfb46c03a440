import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { downloadExport } from "@/server/queries/download-export";

export const GET = handle(operations.downloadExport, ({ actor, params, request }) =>
  downloadExport(actor, params.exportId, request.headers),
);
