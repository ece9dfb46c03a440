import type { ComboboxOption } from "@/components/ui/combobox-option";
import { compareNames } from "@/components/ui/name-order";
import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { Speaker } from "@/domain/contract/registry";
import { survivors } from "@/domain/registry/survivors";

export const IN_ARTICLE = "In this article";
export const ALWAYS = "Always there";
export const REGISTRY = "Registry";

type SpeakerContext = {
  codebook: Codebook;
  /** Ids of the speakers whom the article names. */
  named: ReadonlySet<string>;
  /** Ids of speakers that statements of this assignment already have, latest first. */
  used: readonly string[];
  /** Chosen now: offered even when merged into another or retired since. */
  chosen: string | null;
};

const byName = new WeakMap<readonly Speaker[], readonly Speaker[]>();

/** Sorted once for each registry: ten thousand names take longer to compare than anything else here. */
function sortByName(speakers: readonly Speaker[]): readonly Speaker[] {
  const sorted = byName.get(speakers) ?? [...speakers].sort((a, b) => compareNames(a.name, b.name));
  byName.set(speakers, sorted);
  return sorted;
}

/** The registry that options were made of. */
export const registries = new WeakMap<readonly ComboboxOption[], readonly Speaker[]>();

/** The registry as one picks from it: speakers of this article first, then the outlet and the unknown, then the rest. */
export function speakerOptions(speakers: readonly Speaker[], context: SpeakerContext): ComboboxOption[] {
  const { codebook, named, used, chosen } = context;
  const lead = survivors(speakers);
  // Whoever was merged is meant by the one that stands for them: first where they are named, and found by their names.
  const ranks = new Map(
    used
      .flatMap((id, rank): [string, number][] => [
        [lead(id), rank],
        [id, rank],
      ])
      .reverse(),
  );
  const meant = new Set([...named].map(lead));
  const others = new Map<string, string[]>();
  for (const { id, mergedIntoId, name, aliases } of speakers) {
    if (mergedIntoId === null) continue;
    const root = lead(id);
    others.set(root, [...(others.get(root) ?? []), name, ...aliases]);
  }
  const here: Speaker[] = [];
  const always: Speaker[] = [];
  const rest: Speaker[] = [];
  for (const speaker of sortByName(speakers)) {
    if ((speaker.mergedIntoId !== null || speaker.retired) && speaker.id !== chosen) continue;
    if (speaker.fixed) always.push(speaker);
    else if (ranks.has(speaker.id) || meant.has(speaker.id)) here.push(speaker);
    else rest.push(speaker);
  }
  const rank = ({ id }: Speaker) => ranks.get(id) ?? used.length;
  here.sort((a, b) => rank(a) - rank(b));
  const grouped = (group: string, members: readonly Speaker[]) =>
    members.map((speaker) => {
      const keywords = [...speaker.aliases, ...(others.get(speaker.id) ?? [])];
      return { ...speakerOption(speaker, codebook), keywords, group };
    });
  const options = [...grouped(IN_ARTICLE, here), ...grouped(ALWAYS, always), ...grouped(REGISTRY, rest)];
  registries.set(options, speakers);
  return options;
}

/** One speaker as an option. */
export function speakerOption(speaker: Speaker, codebook: Codebook): ComboboxOption {
  const kind = findValue(codebook.speaker.kinds, speaker.kind)?.label ?? speaker.kind;
  const secondary = [speaker.roleTitle, speaker.fixed ? null : kind, ...speaker.aliases.slice(0, 1)];
  return {
    id: speaker.id,
    label: speaker.name,
    secondary: secondary.filter(Boolean).join(" · "),
    keywords: speaker.aliases,
  };
}
