import type { Speaker } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { type Token, toKey, tokenise } from "./tokens";

/** A registry's speaker named in the text, as token indices [start, end). */
export interface Mention {
  speaker: Speaker;
  start: number;
  end: number;
}

/** The registry's names, aliases and roles as words. */
export interface SpeakerNames {
  /** Names and aliases by first word, longest first. */
  byFirstWord: ReadonlyMap<string, readonly { words: readonly string[]; speaker: Speaker }[]>;
  /** The person whose name ends with a word; null when there are several. */
  bySurname: ReadonlyMap<string, Speaker | null>;
  /** All words of names, aliases and role by speaker id. */
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Indexes a registry. Merged speakers count as what they were merged into; the outlet and the unknown are no names. */
export function indexSpeakers(speakers: readonly Speaker[], determiners: ReadonlySet<string>): SpeakerNames {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const byFirstWord = new Map<string, { words: string[]; speaker: Speaker }[]>();
  const bySurname = new Map<string, Speaker | null>();
  const wordsOf = new Map<string, Set<string>>();
  for (const named of speakers) {
    const speaker = survivor(named, byId);
    if (!speaker || speaker.fixed || named.fixed) continue;
    const known = wordsOf.get(speaker.id) ?? new Set<string>();
    wordsOf.set(speaker.id, known);
    for (const word of keysOf(named.roleTitle ?? "")) known.add(word);
    for (const name of [named.name, ...named.aliases]) {
      const words = keysOf(name);
      while (words.length > 1 && determiners.has(words[0] ?? "")) words.shift();
      const [first] = words;
      if (first === undefined) continue;
      for (const word of words) known.add(word);
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, speaker }]);
    }
    const surname = keysOf(named.name).at(-1);
    if (named.kind !== "person" || surname === undefined) continue;
    const namesake = bySurname.get(surname);
    bySurname.set(surname, namesake === undefined || namesake?.id === speaker.id ? speaker : null);
  }
  for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord, bySurname, wordsOf };
}

/** The names between two tokens, longest first, none inside another. */
export function findMentions(tokens: readonly Token[], from: number, to: number, names: SpeakerNames): Mention[] {
  const words = tokens.slice(from, to).map((token) => stem(token.key));
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = names.byFirstWord
      .get(words[at] ?? "")
      ?.find((name) => name.words.every((word, index) => words[at + index] === word));
    if (!match) continue;
    mentions.push({ speaker: match.speaker, start: from + at, end: from + at + match.words.length });
    at += match.words.length - 1;
  }
  return mentions;
}

/** Kazakhstan's → kazakhstan. */
export function stem(key: string): string {
  return key.endsWith("'s") ? key.slice(0, -2) : key;
}

/** Words and marks: an apostrophe is part of Traders’ Union. */
function keysOf(name: string): string[] {
  const text = new DocumentText(toKey(name));
  const tokens = text.length === 0 ? [] : tokenise(text, { start: 0, end: text.length });
  return tokens.map((token) => stem(token.key));
}

function survivor(speaker: Speaker, byId: ReadonlyMap<string, Speaker>): Speaker | null {
  const seen = new Set<string>();
  let current: Speaker | undefined = speaker;
  while (current?.mergedIntoId && !seen.has(current.id)) {
    seen.add(current.id);
    current = byId.get(current.mergedIntoId);
  }
  return current?.mergedIntoId ? null : (current ?? null);
}
