/** What the reader has chosen to look at: parameters of the API and of the page's own address, absent where nothing is chosen. */
export type AgreementFilters = Partial<Record<FilterName, string>>;

const NAMES = [
  "documents",
  "annotators",
  "version",
  "outlet",
  "published_from",
  "published_to",
  "finished_from",
  "finished_to",
  "passes",
  "without",
  "match",
] as const;
export type FilterName = (typeof NAMES)[number];

/** Reads the filters of an address; parameters it does not know are left alone. */
export function readFilters(search: { get(name: string): string | null }): AgreementFilters {
  return Object.fromEntries(NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** The filters as a query, in one order: the same choice is the same address. */
export function writeFilters(filters: AgreementFilters): string {
  const search = new URLSearchParams();
  for (const name of NAMES) if (filters[name]) search.set(name, filters[name]);
  return search.toString();
}

export const listOf = (value: string | undefined): string[] => value?.split(",").filter(Boolean) ?? [];

/** The list with one more, or one less. */
export function toggled(value: string | undefined, item: string): string | undefined {
  const items = listOf(value);
  const next = items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
  return next.length > 0 ? next.join(",") : undefined;
}
