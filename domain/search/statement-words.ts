import type { DocumentText } from "@/domain/text/document-text";
import { foldText } from "@/domain/text/fold-text";
import type { Span } from "@/domain/text/span";
import { findNode, sortKey } from "./concordance";

/** What a search needs of a statement's text, whatever is searched for. */
export interface StatementWords {
  /** What is marked, folded; a line break, which no folded words have, parts the spans. */
  words: string;
  /** What it is sorted by where no words are searched for. */
  before: string;
  after: string;
}

/** To be raised when folding or sorting changes, so that what was kept of statements is made anew. */
export const WORDS_FORMAT = 1;

export function statementWords(text: DocumentText, spans: readonly Span[]): StatementWords {
  const node = findNode(text, spans, "", "statement");
  return {
    words: spans.map(({ quote }) => foldText(quote)).join("\n"),
    before: sortKey(text, node, "before"),
    after: sortKey(text, node, "after"),
  };
}
