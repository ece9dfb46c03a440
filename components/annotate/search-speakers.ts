import MiniSearch from "minisearch";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { foldName } from "@/domain/registry/name-words";
import { ALWAYS, registries } from "./speaker-options";

const indexes = new WeakMap<object, MiniSearch<ComboboxOption>>();

/** One for each registry: that another speaker is of this article now changes nothing about how they are found. */
function indexOf(options: readonly ComboboxOption[]): MiniSearch<ComboboxOption> {
  const origin = registries.get(options) ?? options;
  const known = indexes.get(origin);
  if (known) return known;
  const index = new MiniSearch<ComboboxOption>({
    fields: ["label", "keywords", "secondary"],
    processTerm: (term) => foldName(term) || null,
    extractField: (option, field) => {
      const value = option[field as keyof ComboboxOption];
      return Array.isArray(value) ? value.join("\n") : ((value ?? "") as string);
    },
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: "AND",
      boost: { label: 3 },
    },
  });
  index.addAll(options);
  indexes.set(origin, index);
  return index;
}

/**
 * Options whose names or aliases match every word, forgiving typos, accents and word order: each group by relevance, in
 * the order of the groups. The outlet and the unknown speaker are always there.
 */
export function searchSpeakers(options: readonly ComboboxOption[], query: string): readonly ComboboxOption[] {
  if (query.trim() === "") return options;
  const scores = new Map(
    indexOf(options)
      .search(query)
      .map((hit) => [hit.id as string, hit.score]),
  );
  const found = options.filter((option) => scores.has(option.id));
  const order = [...new Set(options.map((option) => option.group))];
  found.sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0),
  );
  const rest = options.filter((option) => option.group === ALWAYS && !scores.has(option.id));
  return [...found, ...rest.map((option) => ({ ...option, unasked: true }))];
}
