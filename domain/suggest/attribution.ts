import type { CompiledRules } from "./compiled-rules";
import type { Phrase } from "./noun-phrases";
import type { Quotation } from "./quotations";
import type { SuggestionReason } from "./suggestion";
import type { Token } from "./tokens";

/** Token indices [start, end) of a sentence. */
export interface Piece {
  start: number;
  end: number;
}

/** Who reported what in one sentence, in tokens. */
export interface Attribution {
  /** In order, not empty. */
  contents: Piece[];
  cue: Piece | null;
  source: Phrase | null;
  reason: SuggestionReason;
  /** 0 to 1. */
  score: number;
}

/** A sentence with all that reading it takes. */
export interface Reading {
  tokens: readonly Token[];
  quotations: readonly Quotation[];
  rules: CompiledRules;
}

export function isComma(token: Token | undefined): boolean {
  return token?.kind === "mark" && /^[,،、，]$/u.test(token.text);
}

/** A comma, a dash or a bracket: what sets an insertion off. */
export function isDelimiter(token: Token | undefined): boolean {
  return isComma(token) || (token?.kind === "mark" && (/^[—–()]$/u.test(token.text) || isSpacedHyphen(token)));
}

function isSpacedHyphen(token: Token): boolean {
  return token.text === "-" && token.spaced;
}

/** The end of the sentence without its final punctuation. */
export function sentenceEnd(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.kind === "mark" && /^[.!?…。！？؟।]$/u.test(tokens[end - 1]?.text ?? "")) end--;
  return end;
}

/** The piece without marks and delimiters at its edges; null when nothing is left. */
export function trimPiece(tokens: readonly Token[], piece: Piece): Piece | null {
  let { start, end } = piece;
  const isEdge = (token: Token | undefined) =>
    isDelimiter(token) || (token?.kind === "mark" && /^[;:]$/.test(token.text));
  const isStop = (token: Token | undefined) => token?.kind === "mark" && /^[.!?…]$/u.test(token.text);
  while (start < end && (isEdge(tokens[start]) || isStop(tokens[start]))) start++;
  while (end > start && isEdge(tokens[end - 1])) end--;
  return start < end ? { start, end } : null;
}

export function quotationAt({ tokens, quotations }: Reading, at: number): Quotation | undefined {
  const index = tokens[at]?.quotation;
  return index === undefined ? undefined : quotations[index];
}

/** Words outside and inside quotations. */
export function wordsIn(reading: Reading, piece: Piece): number {
  let words = 0;
  for (let at = piece.start; at < piece.end; at++) {
    const token = reading.tokens[at] as Token;
    words += token.kind === "word" ? 1 : (quotationAt(reading, at)?.words ?? 0);
  }
  return words;
}

export function hasQuotation({ tokens }: Reading, piece: Piece): boolean {
  return tokens.slice(piece.start, piece.end).some((token) => token.kind === "quotation");
}
