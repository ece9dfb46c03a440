import type { DocumentText } from "./document-text";
import { findSentences } from "./sentences";
import type { Range } from "./span";

const known = new WeakMap<DocumentText, Map<string, readonly Range[]>>();

/** As `findSentences`, found once per text and language: the whole screen asks for the same ones. */
export function sentencesIn(text: DocumentText, language?: string | null): readonly Range[] {
  const byLanguage = known.get(text) ?? new Map<string, readonly Range[]>();
  known.set(text, byLanguage);
  const key = language ?? "";
  const sentences = byLanguage.get(key) ?? findSentences(text, language);
  byLanguage.set(key, sentences);
  return sentences;
}
