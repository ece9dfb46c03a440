import MiniSearch from "minisearch";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { Speaker } from "@/domain/contract/registry";

export const IN_ARTICLE = "In this article";
export const ALWAYS = "Always there";
export const REGISTRY = "Registry";

type SpeakerContext = {
  codebook: Codebook;
  /** The article's words. */
  text: string;
  /** Ids of speakers that statements of this assignment already have, latest first. */
  used: readonly string[];
  /** Chosen now: offered even when merged into another since. */
  chosen: string | null;
};

/** The registry as one picks from it: speakers of this article first, then the outlet and the unknown, then the rest. */
export function speakerOptions(speakers: readonly Speaker[], context: SpeakerContext): ComboboxOption[] {
  const { codebook, text, used, chosen } = context;
  const offered = speakers.filter((speaker) => speaker.mergedIntoId === null || speaker.id === chosen);
  const groupOf = (speaker: Speaker) => {
    if (speaker.fixed) return ALWAYS;
    const named = [speaker.name, ...speaker.aliases].some((name) => name.length > 3 && text.includes(name));
    return used.includes(speaker.id) || named ? IN_ARTICLE : REGISTRY;
  };
  const usedRank = (speaker: Speaker) => {
    const rank = used.indexOf(speaker.id);
    return rank < 0 ? used.length : rank;
  };
  const ranked = offered.map((speaker) => ({ speaker, group: groupOf(speaker) }));
  const groups = [IN_ARTICLE, ALWAYS, REGISTRY];
  ranked.sort(
    (a, b) =>
      groups.indexOf(a.group) - groups.indexOf(b.group) ||
      usedRank(a.speaker) - usedRank(b.speaker) ||
      a.speaker.name.localeCompare(b.speaker.name),
  );
  return ranked.map(({ speaker, group }) => {
    const kind = findValue(codebook.speaker.kinds, speaker.kind)?.label ?? speaker.kind;
    const secondary = [speaker.roleTitle, speaker.fixed ? null : kind, ...speaker.aliases.slice(0, 1)];
    return {
      id: speaker.id,
      label: speaker.name,
      secondary: secondary.filter(Boolean).join(" · "),
      keywords: speaker.aliases,
      group,
    };
  });
}

const indexes = new WeakMap<readonly ComboboxOption[], MiniSearch<ComboboxOption>>();

/** Without case, accents and the differences of compatibility forms. */
function foldTerm(term: string): string {
  return term.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

function indexOf(options: readonly ComboboxOption[]): MiniSearch<ComboboxOption> {
  const known = indexes.get(options);
  if (known) return known;
  const index = new MiniSearch<ComboboxOption>({
    fields: ["label", "keywords", "secondary"],
    processTerm: (term) => foldTerm(term) || null,
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
  indexes.set(options, index);
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
  return [...found, ...rest];
}
