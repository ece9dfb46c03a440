const NAMES = [
  "q",
  "within",
  "speakers",
  "targets",
  "values",
  "annotators",
  "documents",
  "published_from",
  "published_to",
  "layer",
  "sort",
  "offset",
] as const;

/** What is searched for: parameters of the API and of the page's own address, absent where anything will do. */
export type SearchFilters = Partial<Record<(typeof NAMES)[number], string>>;

/** Reads the search of an address; parameters it does not know are left alone. */
export function readSearch(search: { get(name: string): string | null }): SearchFilters {
  return Object.fromEntries(NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** The search as a query, in one order: the same choice is the same address. */
export function writeSearch(filters: SearchFilters): string {
  const search = new URLSearchParams();
  for (const name of NAMES) {
    const value = filters[name];
    if (value) search.set(name, value);
  }
  return search.toString();
}
