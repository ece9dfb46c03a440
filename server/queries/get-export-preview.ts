import type { ExportPreview, ExportQuery } from "@/domain/contract/export";
import type { Dataset } from "@/domain/formats/dataset";
import type { ExportFormat, WriteOptions } from "@/domain/formats/export-format";
import { EXPORT_FORMATS } from "@/domain/formats/export-formats";
import type { Cell } from "@/domain/formats/tables/table";
import { wideTable } from "@/domain/formats/tables/wide-table";
import type { Actor } from "@/server/auth/actor";
import { toldAsProblem } from "@/server/bulk/dataset-problem";
import { estimateSize, firstDocuments } from "@/server/bulk/estimate-size";
import { openDataset } from "@/server/bulk/open-dataset";
import { selectionOf } from "@/server/bulk/selection-of";
import { reportOf } from "@/server/bulk/write-dataset";
import { writeOptions } from "@/server/bulk/write-options";

/** Rows shown, the header not counted. */
const SHOWN_ROWS = 8;
/** Of the first file's beginning, in code points. */
const SHOWN_TEXT = 4000;

/** What a download would hold, how it begins and how large it is. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getExportPreview(actor: Actor, projectId: string, query: ExportQuery): Promise<ExportPreview> {
  const open = await openDataset(actor, projectId, selectionOf(query));
  const format = EXPORT_FORMATS[query.format];
  const options = writeOptions(query, reportOf({ actor, projectId, choice: query }));
  try {
    const first = firstDocuments(open.dataset);
    return {
      ...(await open.count()),
      size: await estimateSize(open, format, options),
      rows: await firstRows(first),
      beginning: await beginningOf(format, first, options),
    };
  } catch (error) {
    throw toldAsProblem(error);
  } finally {
    await open.close();
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

/** Formats whose bytes are no text. */
const BINARY = /^application\/vnd\./;

async function beginningOf(format: ExportFormat, dataset: Dataset, options: WriteOptions) {
  if (BINARY.test(format.mediaType)) return null;
  const decoder = new TextDecoder();
  for await (const { path, chunks } of format.files(dataset, options)) {
    let text = "";
    for await (const chunk of chunks) {
      text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
      if (text.length > 2 * SHOWN_TEXT) break;
    }
    return { path, text: Array.from(text).slice(0, SHOWN_TEXT).join("") };
  }
  return null;
}
