import type { ExportPreview, ExportQuery } from "@/domain/contract/export";
import { listRows } from "@/domain/formats/rows";
import type { Actor } from "@/server/auth/actor";
import { readDataset } from "./read-dataset";

/** Rows shown, the header among them. */
const SHOWN = 9;

/** What a download would hold, and its first rows as a table. Errors: 404, 403, 409 own_reading_unfinished. */
export async function getExportPreview(actor: Actor, projectId: string, query: ExportQuery): Promise<ExportPreview> {
  const dataset = await readDataset(actor, projectId, query.layers);
  const kindOf = new Map(dataset.assignments.map((one) => [one.id, one.kind]));
  const count = (kind: string) => dataset.statements.filter((one) => kindOf.get(one.assignmentId) === kind).length;
  const readings = dataset.assignments.filter((one) => one.kind === "annotation");
  const rows: string[][] = [];
  for (const row of listRows(dataset)) {
    rows.push(row.map(String));
    if (rows.length === SHOWN) break;
  }
  return {
    documents: dataset.documents.length,
    readings: readings.length,
    readingsWithSuggestions: readings.filter((one) => one.withSuggestions).length,
    readingStatements: count("annotation"),
    goldStatements: count("adjudication"),
    suggestions: count("suggestion"),
    rows,
  };
}
