/** Cyrillic letters in Latin ones, as news agencies spell names; a table, not a standard: it only has to be near. */
const LATIN: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    ә: "a",
    б: "b",
    в: "v",
    г: "g",
    ғ: "g",
    ґ: "g",
    д: "d",
    е: "e",
    є: "ye",
    ж: "zh",
    з: "z",
    и: "i",
    і: "i",
  },
  ...{ к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u" },
  ...{ ү: "u", ф: "f", х: "kh", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu" },
  ...{ я: "ya", ј: "j", љ: "lj", њ: "nj", ћ: "c", ђ: "dj", џ: "dz", ў: "u" },
};

/** A word as names are compared: without case, accents and the differences of compatibility forms, in Latin letters. */
export function foldName(word: string): string {
  const lower = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (!/\p{Script=Cyrillic}/u.test(lower)) return lower;
  return Array.from(lower, (letter) => LATIN[letter] ?? letter).join("");
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The words of a name or a text in their order: apart at hyphens and apostrophes, a possessive ’s left out. */
export function nameWords(text: string): { folded: string; written: string }[] {
  const words: { folded: string; written: string }[] = [];
  // A long text has the same words over and over.
  const known = new Map<string, string>();
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const isPossessive = (written === "s" || written === "S") && /['’]/.test(text[index - 1] ?? "");
    if (isPossessive) continue;
    const folded = known.get(written) ?? foldName(written);
    known.set(written, folded);
    words.push({ folded, written });
  }
  return words;
}
