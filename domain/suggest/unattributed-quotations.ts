import type { Attribution, Piece } from "./attribution";
import type { Quotation } from "./quotations";
import type { Token } from "./tokens";

/** Up to three words in quotation marks within a sentence are a name, a title or scare quotes. */
const SCARE_WORDS = 3;

/** The quotations of a piece of a sentence with the token each is. */
export function quotationsIn(tokens: readonly Token[], { start, end }: Piece): { quotation: number; at: number }[] {
  const found: { quotation: number; at: number }[] = [];
  for (let at = start; at < end; at++) {
    const quotation = tokens[at]?.quotation;
    if (quotation !== undefined) found.push({ quotation, at });
  }
  return found;
}

/** “We go,” she said. *“We stay.”* The sentence is all quotation, and the one before ended by attributing one. */
export function isContinuation(tokens: readonly Token[], before: Attribution, beforeTokens: readonly Token[]): boolean {
  const last = before.contents.at(-1);
  const wasQuoted = last !== undefined && beforeTokens[last.end - 1]?.kind === "quotation";
  return wasQuoted && isAllQuotation(tokens);
}

export function isWorthProposing(quotation: Quotation | undefined, tokens: readonly Token[]): boolean {
  return quotation !== undefined && (quotation.words > SCARE_WORDS || (isAllQuotation(tokens) && quotation.endsClause));
}

function isAllQuotation(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind !== "word") && tokens.some((token) => token.kind === "quotation");
}
