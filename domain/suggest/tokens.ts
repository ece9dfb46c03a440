import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";

/** A word, one other character, or a whole quotation that the grammar treats as one word. Positions in code points. */
export interface Token extends Range {
  kind: "word" | "mark" | "quotation";
  text: string;
  /** The text as rules and names compare it; see `toKey`. Empty for a quotation. */
  key: string;
  /** White space, or the paragraph's start, comes before. */
  spaced: boolean;
  /** Which quotation, for the kind of that name. */
  quotation?: number;
}

/** Apostrophes, hyphens and periods inside a word belong to it: doesn’t, Alma-Ata, U.S; in Hebrew also gershayim: צה"ל. */
const TOKEN =
  /[\p{L}\p{M}\p{N}]+(?:(?:['’‐‑.-]|(?<=\p{N}),(?=\p{N})|(?<=\p{Script=Hebrew})["״](?=\p{Script=Hebrew}))[\p{L}\p{M}\p{N}]+)*|\S/gu;

/** The words and marks of one paragraph, in order. */
export function tokenise(text: DocumentText, paragraph: Range): Token[] {
  const base = text.toUtf16(paragraph.start);
  const tokens: Token[] = [];
  let before = -1;
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(TOKEN)) {
    const words = match[0];
    const end = match.index + words.length;
    tokens.push({
      kind: /^[\p{L}\p{N}]/u.test(words) ? "word" : "mark",
      text: words,
      key: toKey(words),
      start: text.fromUtf16(base + match.index),
      end: text.fromUtf16(base + end),
      spaced: match.index !== before,
    });
    before = end;
  }
  return tokens;
}

/** Lower case, without accents, apostrophes straight: what makes two spellings of a word the same. */
export function toKey(words: string): string {
  if (/^[ -~]*$/.test(words)) return words.toLowerCase();
  return words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** Scripts that do not put spaces between words: a word is taken to be two characters. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Number of words, roughly where the script does not tell. */
export function countWords(tokens: readonly Token[]): number {
  let count = 0;
  for (const token of tokens) {
    if (token.kind !== "word") continue;
    count += UNSPACED.test(token.text) ? Math.ceil((token.end - token.start) / 2) : 1;
  }
  return count;
}
