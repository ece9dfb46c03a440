import type { Speaker } from "@/domain/contract/registry";
import { nameWords } from "./name-words";

type Name = { words: readonly string[]; speakerId: string; isAcronym: boolean };

/** A surname of fewer letters is too often a word of another meaning. */
const SHORTEST_SURNAME = 4;

/** The names of a registry, to look for in many texts. */
export interface SpeakerIndex {
  byFirstWord: ReadonlyMap<string, readonly Name[]>;
  bySurname: ReadonlyMap<string, readonly string[]>;
}

/** The outlet and the unknown speaker are no names. */
export function indexNames(speakers: readonly Speaker[]): SpeakerIndex {
  const byFirstWord = new Map<string, Name[]>();
  const bySurname = new Map<string, string[]>();
  for (const speaker of speakers) {
    if (speaker.fixed) continue;
    for (const name of [speaker.name, ...speaker.aliases]) {
      const words = nameWords(name).map((word) => word.folded);
      const [first] = words;
      if (first === undefined) continue;
      // “WHO” is not “who”.
      const isAcronym = words.length === 1 && name === name.toUpperCase() && name !== name.toLowerCase();
      push(byFirstWord, first, { words, speakerId: speaker.id, isAcronym });
    }
    const surname = nameWords(speaker.name).at(-1);
    if (speaker.kind === "person" && surname && surname.folded.length >= SHORTEST_SURNAME) {
      push(bySurname, surname.folded, speaker.id);
    }
  }
  return { byFirstWord, bySurname };
}

/**
 * Ids of the speakers whom a text names, in the order it does: by their whole name or an alias in any spelling that
 * `foldName` makes equal, or, of a person, by the last word of the name where the text begins it with a capital letter or has
 * none to tell by. Takes time in proportion to the text.
 */
export function findNamedIn(text: string, { byFirstWord, bySurname }: SpeakerIndex): Set<string> {
  const named = new Set<string>();
  const words = nameWords(text);
  for (const [at, { folded, written }] of words.entries()) {
    for (const name of byFirstWord.get(folded) ?? []) {
      if (name.isAcronym && written !== written.toUpperCase()) continue;
      if (name.words.every((word, offset) => words[at + offset]?.folded === word)) named.add(name.speakerId);
    }
    if (written[0] === written[0]?.toUpperCase()) for (const id of bySurname.get(folded) ?? []) named.add(id);
  }
  return named;
}

/** The same for one text. Takes time in proportion to the text and the registry, not to their product. */
export function findNamed(text: string, speakers: readonly Speaker[]): Set<string> {
  return findNamedIn(text, indexNames(speakers));
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
