import { segmenterFor } from "@/domain/text/segmenter";
import { findSentences } from "@/domain/text/sentences";
import type { Range } from "@/domain/text/span";
import type { VerifiedDocument } from "./verify-document";

/** A sentence with its tokens, in code points. */
export interface TokenisedSentence extends Range {
  tokens: Range[];
}

/**
 * The sentences and tokens of a document for formats that know nothing finer: words and single signs, cut further wherever
 * a span of any of its statements begins or ends, so that every span is a run of whole tokens and all annotators' files
 * have the same. White space is in no token.
 */
export function tokenise(document: VerifiedDocument): TokenisedSentence[] {
  const { text, article, statements } = document;
  const cuts = new Set(statements.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])));
  const words = segmenterFor("word", article.language);
  return findSentences(text, article.language).map((sentence) => {
    const tokens: Range[] = [];
    let open = sentence.start;
    const close = (at: number) => {
      if (at > open && !/^\s*$/u.test(text.slice(open, at))) tokens.push({ start: open, end: at });
      open = at;
    };
    for (const { segment } of words.segment(text.slice(sentence.start, sentence.end))) {
      const end = open + Array.from(segment).length;
      const isSpace = /^\s+$/u.test(segment);
      for (let at = open + 1; at < end; at += 1) if (cuts.has(at)) close(at);
      if (isSpace) open = end;
      else close(end);
    }
    return { ...sentence, tokens };
  });
}
