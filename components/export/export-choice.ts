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
  networkType: "twomode",
  actor: "person",
  qualifierAggregation: "subtract",
  normalization: "no",
  duplicates: "include",
  timeWindow: "no",
  windowSize: 1,
};

/** Whether a format has cells that a spreadsheet could run. DNA's list is for DNA, which would take an apostrophe as text. */
export const hasCells = ({ format }: ExportChoice) => ["csv", "csv-tables", "network-csv"].includes(format);

/** What the API is asked for: cells concern CSV only. */
export function toAsk(choice: ExportChoice): ExportChoice {
  return { ...choice, cells: hasCells(choice) ? choice.cells : "raw" };
}

/** The same as it stands in an address. */
export function toSearch(choice: ExportChoice): string {
  const { documents, fields, formats, seed, windowSize, ...rest } = toAsk(choice);
  const search = new URLSearchParams({ ...rest, seed: String(seed), windowSize: String(windowSize) });
  if (documents) search.set("documents", documents.join(","));
  if (fields) search.set("fields", fields.join(","));
  if (formats) search.set("formats", formats.join(","));
  return search.toString();
}
