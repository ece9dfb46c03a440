import type { ExportChoice } from "@/domain/contract/export";

/** In a browser a CSV file is opened in a spreadsheet more often than not, so the safe cells come first. */
export const DEFAULT_CHOICE: ExportChoice = {
  format: "json",
  layers: "both",
  cells: "spreadsheet",
  people: "pseudonyms",
  times: "exact",
};

/** What the API is asked for: cells concern CSV only. */
export function toAsk(choice: ExportChoice): ExportChoice {
  return { ...choice, cells: choice.format.startsWith("csv") ? choice.cells : "raw" };
}

/** The same as it stands in an address. */
export function toSearch(choice: ExportChoice): string {
  const { documents, fields, ...rest } = toAsk(choice);
  const search = new URLSearchParams(rest);
  if (documents) search.set("documents", documents.join(","));
  if (fields) search.set("fields", fields.join(","));
  return search.toString();
}
