import type { ExportPreview, ExportQuery } from "@/domain/contract/export";
import { listRows } from "@/domain/formats/rows";
import type { Actor } from "@/server/auth/actor";
import { readDataset } from "./read-dataset";

/** Rows shown, the header among them. */
const SHOWN = 9;

/** What a download would hold, and its first rows as a table. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getExportPreview(actor: Actor, projectId: string, query: ExportQuery): Promise<ExportPreview> {
  const dataset = await readDataset(actor, projectId, query.layers);
  const gold = new Set(dataset.assignments.filter((one) => one.kind === "adjudication").map((one) => one.id));
  const goldStatements = dataset.statements.filter((statement) => gold.has(statement.assignmentId)).length;
  const rows: string[][] = [];
  for (const row of listRows(dataset)) {
    rows.push(row.map(String));
    if (rows.length === SHOWN) break;
  }
  return {
    documents: dataset.documents.length,
    readings: dataset.assignments.length - gold.size,
    readingStatements: dataset.statements.length - goldStatements,
    goldStatements,
    rows,
  };
}
