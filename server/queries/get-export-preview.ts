import type { ExportPreview, ExportQuery } from "@/domain/contract/export";
import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFormat, WriteOptions } from "@/domain/formats/export-format";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import { pack } from "@/domain/formats/pack";
import type { Cell } from "@/domain/formats/tables/table";
import { wideTable } from "@/domain/formats/tables/wide-table";
import packageJson from "@/package.json";
import type { Actor } from "@/server/auth/actor";
import { toldAsProblem } from "@/server/bulk/dataset-problem";
import { type OpenDataset, openDataset } from "@/server/bulk/open-dataset";
import { selectionOf } from "@/server/bulk/selection-of";

/** Rows shown, the header not counted. */
const SHOWN_ROWS = 8;
/** Of the first file's beginning, in code points. */
const SHOWN_TEXT = 4000;
/** Documents written to tell the size. */
const SAMPLE = 20;

/** What a download would hold, how it begins and how large it is. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getExportPreview(actor: Actor, projectId: string, query: ExportQuery): Promise<ExportPreview> {
  const open = await openDataset(actor, projectId, selectionOf(query));
  const format = EXPORT_FORMATS[query.format];
  const options: WriteOptions = { appVersion: packageJson.version, cells: query.cells };
  try {
    const first = firstDocuments(open.dataset, SAMPLE);
    return {
      ...(await open.count()),
      size: await sizeOf(open, format, options),
      rows: await firstRows(first),
      beginning: await beginningOf(format, first, options),
    };
  } catch (error) {
    throw toldAsProblem(error);
  } finally {
    await open.close();
  }
}

/** The bytes of the first documents, and as many for each of the others. */
export async function sizeOf({ dataset, size }: OpenDataset, format: ExportFormat, options: WriteOptions) {
  const sampled = Math.min(size, SAMPLE);
  let bytes = 0;
  for await (const chunk of pack(format, firstDocuments(dataset, sampled), options)) bytes += chunk.length;
  const exact = sampled === size;
  return { bytes: exact ? bytes : Math.round((bytes * size) / sampled), exact };
}

function firstDocuments(dataset: Dataset, count: number): Dataset {
  return {
    ...dataset,
    documents: () => first(dataset.documents(), count),
    // History is not kept by document; as long a part of it as the documents are.
    events: () => first(dataset.events(), count * 100),
  };
}

async function* first<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let left = count;
  if (left === 0) return;
  for await (const item of items) {
    yield item;
    left -= 1;
    if (left === 0) return;
  }
}

async function firstRows(dataset: Dataset): Promise<string[][]> {
  const table = await wideTable(dataset);
  const rows: string[][] = [table.columns.map(({ name }) => name)];
  for await (const chunk of table.rows()) {
    rows.push(...chunk.map((row) => row.map(shown)));
    if (rows.length > SHOWN_ROWS) break;
  }
  return rows.slice(0, SHOWN_ROWS + 1);
}

function shown(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);
}

async function beginningOf(format: ExportFormat, dataset: Dataset, options: WriteOptions) {
  for await (const { path, chunks } of format.files(dataset, options)) {
    let text = "";
    for await (const chunk of chunks) {
      if (typeof chunk !== "string") return null;
      text += chunk;
      if (text.length > 2 * SHOWN_TEXT) break;
    }
    return { path, text: Array.from(text).slice(0, SHOWN_TEXT).join("") };
  }
  return null;
}
