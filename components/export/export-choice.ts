import type { ExportQuery } from "@/domain/contract/export";

/** What one chooses on the export screen. */
export interface ExportChoice {
  format: ExportQuery["format"];
  layers: ExportQuery["layers"];
  cells: ExportQuery["cells"];
}

/** In a browser a CSV file is opened in a spreadsheet more often than not, so the safe cells come first. */
export const DEFAULT_CHOICE: ExportChoice = { format: "json", layers: "both", cells: "spreadsheet" };

/** The query of the API: cells concern CSV only. */
export function toQuery({ format, layers, cells }: ExportChoice): ExportQuery {
  return { format, layers, cells: format.startsWith("csv") ? cells : "raw", people: "pseudonyms", times: "exact" };
}

/** The same as it stands in an address. */
export function toSearch(choice: ExportChoice): string {
  const { format, layers, cells } = toQuery(choice);
  return new URLSearchParams({ format, layers, cells }).toString();
}
