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

/** Whether content ends with a quotation, which a sentence that is all quotation goes on with. */
export function endsQuoted({ contents }: Attribution, tokens: readonly Token[]): boolean {
  const last = contents.at(-1);
  return last !== undefined && tokens[last.end - 1]?.kind === "quotation";
}

/** `isAlone`: its sentence is all quotation. */
export function isWorthProposing(quotation: Quotation | undefined, isAlone: boolean): boolean {
  return quotation !== undefined && (quotation.words > SCARE_WORDS || (isAlone && quotation.endsClause));
}

/** “We go,” she said. *“We stay.”* */
export function isAllQuotation(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind !== "word") && tokens.some((token) => token.kind === "quotation");
}
