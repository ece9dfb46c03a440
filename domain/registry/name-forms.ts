import { nameWords } from "./name-words";

/** A name as it is held against others. */
export interface NameForm {
  /** As it is written. */
  written: string;
  /** Its words without case and accents, in Latin letters where there is a way. */
  words: readonly string[];
  /** What sounds of each word: see `skeleton`. */
  skeletons: readonly string[];
  /** Its words in alphabetical order, joined. */
  sorted: string;
  /** The first letters of its words that are not small ones such as “of”; "" for fewer than two. */
  initials: string;
  /** It is one word in capital letters, “WHO”. */
  isAcronym: boolean;
}

const SMALL = new Set([
  "of",
  "the",
  "and",
  "for",
  "in",
  "on",
  "de",
  "la",
  "le",
  "des",
  "du",
  "der",
  "die",
  "das",
  "und",
]);

export function nameForm(written: string): NameForm {
  const words = nameWords(written).map(({ folded }) => folded);
  const initials = words.filter((word) => !SMALL.has(word)).map((word) => Array.from(word)[0] ?? "");
  return {
    written,
    words,
    skeletons: words.map(skeleton),
    sorted: words.toSorted().join(" "),
    initials: initials.length < 2 ? "" : initials.join(""),
    isAcronym: words.length === 1 && written === written.toUpperCase() && written !== written.toLowerCase(),
  };
}

/** Ways in which one sound is written, in the order they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/zh|dzh|dj|dsch/g, "j"],
  [/shch|sch|sh|ch|tsch/g, "s"],
  [/kh|gh|q|ck|x|c/g, "k"],
  [/ph/g, "f"],
  [/ts|tz|z/g, "s"],
  [/w/g, "v"],
];

/**
 * What is left of a folded word without vowels, doubled letters and the ways in which one sound is written: equal for
 * “Tokayev”, “Toqaev” and “Tokaev”. A word that begins with a vowel keeps a mark of it; other scripts stay as they are.
 */
export function skeleton(word: string): string {
  let sounds = word;
  for (const [written, sound] of SOUNDS) sounds = sounds.replace(written, sound);
  const start = /^[aeiouy]/.test(sounds) ? "a" : "";
  return start + sounds.replace(/[aeiouyh'’]/g, "").replace(/(.)\1+/gu, "$1");
}
