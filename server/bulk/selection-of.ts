import type { ExportQuery } from "@/domain/contract/export";
import type { DatasetSelection } from "./open-dataset";

/** What an export's choice takes from a project. */
export function selectionOf({ layers, people, times, documents, fields }: ExportQuery): DatasetSelection {
  return { layers, people, times, documents: documents ?? null, fields: fields ?? null };
}
