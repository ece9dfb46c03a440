import type { ExportQuery } from "@/domain/contract/export";
import { toCsv } from "@/domain/formats/csv";
import { toJson } from "@/domain/formats/json";
import packageJson from "@/package.json";
import type { Actor } from "@/server/auth/actor";
import { download } from "@/server/download";
import { readDataset } from "./read-dataset";

/** The dataset as a download, written while it is sent. Errors: 404, 403, 409 own_reading_unfinished. */
export async function exportDataset(actor: Actor, projectId: string, query: ExportQuery): Promise<Response> {
  const dataset = await readDataset(actor, projectId, query.layers);
  const now = new Date();
  const chunks =
    query.format === "json"
      ? toJson(dataset, { generatedAt: now.toISOString(), appVersion: packageJson.version })
      : toCsv(dataset, { cells: query.cells });
  const type = query.format === "json" ? "application/json" : "text/csv; charset=utf-8";
  return download(chunks, { name: dataset.project.name, extension: query.format, type, now });
}
