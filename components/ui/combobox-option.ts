export interface ComboboxOption {
  id: string;
  label: string;
  /** Second line: what tells two like names apart. */
  secondary?: string;
  /** Other names it is found by. */
  keywords?: readonly string[];
  /** Heading it stands under; options of one group keep their order. */
  group?: string;
  /** Offered although it is not what was typed: Enter must not choose it in place of a new name. */
  unasked?: boolean;
}

/** Options that match what was typed, best first. */
export type SearchOptions = (options: readonly ComboboxOption[], query: string) => readonly ComboboxOption[];

/** Without case, accents and the differences of compatibility forms. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Options whose names hold every word of the query; those whose name starts with it come first within their order. */
export function findOptions(options: readonly ComboboxOption[], query: string): readonly ComboboxOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const start = words.join(" ");
  const found = options.filter((option) => {
    const names = fold([option.label, option.secondary ?? "", ...(option.keywords ?? [])].join("\n"));
    return words.every((word) => names.includes(word));
  });
  const startsWithQuery = (option: ComboboxOption) => fold(option.label).startsWith(start);
  return [...found.filter(startsWithQuery), ...found.filter((option) => !startsWithQuery(option))];
}
