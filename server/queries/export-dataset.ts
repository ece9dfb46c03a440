import type { ExportQuery } from "@/domain/contract/export";
import { toCsv } from "@/domain/formats/csv";
import { toJson } from "@/domain/formats/json";
import packageJson from "@/package.json";
import type { Actor } from "@/server/auth/actor";
import { readDataset } from "./read-dataset";

/** The dataset as a download, written while it is sent. Errors: 404, 403, 409 own_reading_unfinished. */
export async function exportDataset(actor: Actor, projectId: string, query: ExportQuery): Promise<Response> {
  const dataset = await readDataset(actor, projectId, query.layers);
  const now = new Date();
  const chunks =
    query.format === "json"
      ? toJson(dataset, { generatedAt: now.toISOString(), appVersion: packageJson.version })
      : toCsv(dataset, { cells: query.cells });
  const name = `${slug(dataset.project.name)}-${now.toISOString().slice(0, 10)}.${query.format}`;
  return new Response(streamOf(chunks), {
    headers: {
      "Content-Type": query.format === "json" ? "application/json" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

function streamOf(chunks: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}

/** A file name that every system takes. */
const slug = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/^-+|-+$/g, "")
    .toLowerCase() || "dataset";
