/** Letters that have no decomposition and that people type without their stroke, or as two. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ" },
  ...{ "‘": "'", "’": "'", ʼ: "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"' },
};
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/**
 * Marks that are left out when texts are compared: accents, and the vowel signs of Arabic and Hebrew, which are mostly not
 * written. Those of other scripts are letters to who reads them, and so are the two of Japanese.
 */
const ACCENTS = /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
/** Not seen, and in texts by accident: soft hyphen, joiners of words, the stretch of Arabic letters. */
const UNSEEN = /[\u00AD\u0640\u2060\uFEFF]/gu;
const ASCII = /^[\x21-\x7e]*$/;
/** Texts whose letters are each folded to one letter, and need no normalising: most of what is written in English. */
const SIMPLE = /^[\p{ASCII}‘’“”„«»–—]*$/u;
const MARK = /\p{M}/u;
const ODD_SPACE = /\s{2,}|[^\S ]/gu;

/**
 * A text as it is searched: without case, accents, the differences of compatibility forms and of quotation marks; white
 * space of any length is one space. "Élysée\n" and "elysee " are equal, "が" and "か" are not.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  if (SIMPLE.test(text)) return toPlain(text);
  const apart = text.normalize("NFKD");
  // Each step costs a walk through the text, which mostly finds nothing.
  return toPlain((MARK.test(apart) ? apart.replace(ACCENTS, "") : apart).replace(UNSEEN, "")).normalize("NFC");
}

const toPlain = (text: string) =>
  text
    .toLowerCase()
    .replace(TO_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(ODD_SPACE, " ");

const CLUSTERS = /\s+|\S\p{M}*/gu;

/**
 * Where folded words stand in a text for the first time, in UTF-16 units of the text as it is written, whole characters
 * with their marks; null: nowhere. `words` are folded already and not empty.
 */
export function findFolded(text: string, words: string, from = 0): { start: number; end: number } | null {
  if (from === 0 && SIMPLE.test(text)) {
    const plain = foldText(text);
    const at = plain.indexOf(words);
    if (at < 0) return null;
    // Where no run of white space was joined, each letter stands where it stood.
    if (plain.length === text.length) return { start: at, end: at + words.length };
  }
  let folded = "";
  const places: { at: number; start: number; end: number }[] = [];
  for (const { 0: cluster, index } of text.slice(from).matchAll(CLUSTERS)) {
    const start = from + index;
    places.push({ at: folded.length, start, end: start + cluster.length });
    folded += foldText(cluster);
  }
  const at = folded.indexOf(words);
  if (at < 0) return null;
  const first = places.findLast((place) => place.at <= at);
  const last = places.findLast((place) => place.at < at + words.length);
  return first && last ? { start: first.start, end: last.end } : null;
}
