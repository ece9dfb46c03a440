import type { DocumentText } from "@/domain/text/document-text";
import { findSentencesIn } from "@/domain/text/sentences";
import type { Range } from "@/domain/text/span";
import type { CompiledRules } from "./compiled-rules";
import type { Quotation } from "./quotations";
import type { Token } from "./tokens";

/** A sentence as the grammar sees it: each quotation is one token. Never empty. */
export interface Frame {
  tokens: Token[];
  paragraph: number;
}

/** How many tokens after a quotation a reporting verb may come that belongs to it: “Why?” Mayor Ana Lind asked. */
const HANGING = 12;

/** The sentences of a paragraph; `pieces` as `listPieces` gives them. One that ends inside a quotation goes on; so does “Stop!” when “she said” follows. */
export function findFrames(
  text: DocumentText,
  paragraph: { index: number; range: Range; tokens: readonly Token[] },
  quotations: readonly Quotation[],
  {
    pieces,
    rules,
    language,
  }: { pieces: readonly QuotationPiece[]; rules: CompiledRules | null; language: string | null },
): Frame[] {
  const collapsed = collapse(paragraph.tokens, pieces);
  const frames: Frame[] = [];
  let at = 0;
  for (const sentence of findSentencesIn(text, paragraph.range, language)) {
    const tokens: Token[] = [];
    for (let token = collapsed[at]; token && token.start < sentence.end; token = collapsed[++at]) tokens.push(token);
    if (tokens.length === 0) continue;
    const last = frames.at(-1);
    const isInside = (last?.tokens.at(-1)?.end ?? 0) > sentence.start;
    if (last && (isInside || (rules && hangs(last.tokens, tokens, quotations, rules)))) {
      for (const token of tokens) last.tokens.push(token);
    } else frames.push({ tokens, paragraph: paragraph.index });
  }
  return frames;
}

function hangs(
  before: readonly Token[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  rules: CompiledRules,
): boolean {
  const last = before.at(-1);
  const quotation = last?.quotation === undefined ? undefined : quotations[last.quotation];
  if (!quotation || !/[?!…—–-]/u.test(quotation.lastMark) || tokens[0]?.kind === "quotation") return false;
  const verb = tokens.slice(0, HANGING).findIndex((token) => rules.verbForms.has(token.key));
  // “Why?” Lind said the bill was late: the verb has a clause of its own.
  return verb >= 0 && !tokens.slice(verb + 1).some((token) => rules.words.thatWords.has(token.key));
}

/** A quotation's part in one paragraph. */
export interface QuotationPiece {
  range: Range;
  quotation: number;
}

/** All parts of all quotations, by position. */
export function listPieces(quotations: readonly Quotation[]): QuotationPiece[] {
  return quotations.flatMap(({ fragments }, quotation) => fragments.map((range) => ({ range, quotation })));
}

/** The tokens with each quotation's piece in this paragraph as one. */
function collapse(tokens: readonly Token[], pieces: readonly QuotationPiece[]): Token[] {
  const first = tokens[0];
  if (!first) return [];
  let piece = lowerBound(pieces.length, (index) => (pieces[index]?.range.end ?? 0) <= first.start);
  const collapsed: Token[] = [];
  for (const token of tokens) {
    while (pieces[piece] && (pieces[piece]?.range.end ?? 0) <= token.start) piece++;
    const current = pieces[piece];
    if (!current || token.start < current.range.start) collapsed.push(token);
    else if (token.start === current.range.start) {
      collapsed.push({
        ...current.range,
        kind: "quotation",
        text: "",
        key: "",
        spaced: token.spaced,
        quotation: current.quotation,
      });
    }
  }
  return collapsed;
}

function lowerBound(size: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
