import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { ExportChoice } from "@/domain/contract/export";
import { openExport } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { refuseNames } from "@/server/bulk/refuse-names";
import { database } from "@/server/database/client";
import { fileHeaders } from "@/server/download";
import { conflict } from "@/server/http-error";
import { exportFile } from "@/server/jobs/export-files";

/**
 * The file of a finished export. Whoever may not export any more gets it no more. Errors: 404, 403, 409
 * own_reading_unfinished, 409 export_not_there.
 */
export async function downloadExport(actor: Actor, exportId: string, headers: Headers): Promise<Response> {
  const { export: row, role } = await openExport(database(), actor, exportId, "dataset.export");
  refuseNames(ExportChoice.parse(row.choice), role);
  if (row.state !== "done") throw conflict("export_not_there", `This export has no file: it is ${row.state}.`);
  const etag = `"${row.sha256}"`;
  if (headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { ETag: etag } });
  const file = await open(exportFile(row.id)).catch(() => {
    throw conflict("export_not_there", "The file of this export is gone; make it again.");
  });
  const { size } = await file.stat();
  return new Response(Readable.toWeb(file.createReadStream()) as ReadableStream, {
    headers: {
      ...fileHeaders({ name: row.fileName, type: row.mediaType }),
      ...{ ETag: etag, "Content-Length": String(size) },
    },
  });
}
