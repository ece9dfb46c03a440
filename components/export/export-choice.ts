import type { ExportChoice } from "@/domain/contract/export";

/** In a browser a CSV file is opened in a spreadsheet more often than not, so the safe cells come first. */
export const DEFAULT_CHOICE: ExportChoice = {
  format: "json",
  layers: "both",
  cells: "spreadsheet",
  people: "pseudonyms",
  times: "exact",
  seed: 1,
  license: "none",
};

/** What the API is asked for: cells concern CSV only. */
export function toAsk(choice: ExportChoice): ExportChoice {
  return { ...choice, cells: choice.format.startsWith("csv") ? choice.cells : "raw" };
}

/** The same as it stands in an address. */
export function toSearch(choice: ExportChoice): string {
  const { documents, fields, formats, seed, ...rest } = toAsk(choice);
  const search = new URLSearchParams({ ...rest, seed: String(seed) });
  if (documents) search.set("documents", documents.join(","));
  if (fields) search.set("fields", fields.join(","));
  if (formats) search.set("formats", formats.join(","));
  return search.toString();
}
