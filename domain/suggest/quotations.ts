import type { Range } from "@/domain/text/span";
import { APOSTROPHES, CLAUSE_END, CLOSERS, OPENS_BY_SPACING } from "./quotation-marks";
import { countWords, type Token } from "./tokens";

/** An outermost pair of quotation marks with what is between them. */
export interface Quotation {
  /** Marks included, one range per paragraph it runs through. */
  fragments: Range[];
  words: number;
  /** Punctuation stands before the closing mark: “Stop!”, “We will,” */
  endsClause: boolean;
  /** That punctuation, or "". */
  lastMark: string;
}

interface Opener {
  mark: string;
  /** Index of the token in its paragraph. */
  at: number;
}

/** A quotation that was still open when its paragraph ended. */
interface Pending {
  mark: string;
  fragments: Range[];
  words: number;
}

/** How deep a closing mark looks for its opener: keeps hostile text linear. */
const MAX_DEPTH = 8;

/**
 * The outermost quotations of a text given as the tokens of its paragraphs, in order. A quotation that its paragraph
 * leaves open goes on in the next one if that opens with the same mark again; otherwise the mark is ignored.
 */
export function findQuotations(paragraphs: readonly (readonly Token[])[]): Quotation[] {
  const found: Quotation[] = [];
  let pending = null as Pending | null;
  for (const tokens of paragraphs) {
    const first = tokens[0];
    if (!first) continue;
    const carried: Pending | null = pending && reopens(first, pending.mark) ? pending : null;
    const { pairs, open } = matchMarks(tokens, carried?.mark);
    for (const [from, to] of pairs) {
      found.push(makeQuotation(tokens, from, to, from === 0 ? carried : null));
    }
    const left = open.find((opener) => !APOSTROPHES.has(opener.mark) && opener.mark !== "‘");
    pending = null;
    if (left) {
      const before: Pending | null = left.at === 0 ? carried : null;
      pending = {
        mark: left.mark,
        fragments: [...(before?.fragments ?? []), rangeOf(tokens, left.at, tokens.length - 1)],
        words: (before?.words ?? 0) + countWords(tokens.slice(left.at)),
      };
    }
  }
  return keepOutermost(found);
}

/** French papers repeat the closing mark at the start of a continued paragraph. */
function reopens(first: Token, mark: string): boolean {
  return first.text === mark || (mark === "«" && first.text === "»");
}

function matchMarks(tokens: readonly Token[], carriedMark: string | undefined) {
  const pairs: [from: number, to: number][] = [];
  const open: Opener[] = [];
  const isPossessive = possessives(tokens);
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "mark") continue;
    if (at === 0 && carriedMark !== undefined) {
      open.push({ mark: carriedMark, at });
      continue;
    }
    const opener = isPossessive(at) ? -1 : findOpener(open, tokens, at);
    if (opener >= 0) {
      pairs.push([(open[opener] as Opener).at, at]);
      open.length = opener;
    } else if (token.text in CLOSERS && canOpen(tokens, at)) {
      open.push({ mark: token.text, at });
    }
  }
  return { pairs, open };
}

function findOpener(open: readonly Opener[], tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (APOSTROPHES.has(token.text) && token.spaced) return -1;
  // A mark that can do both and leans on the next word opens.
  if (OPENS_BY_SPACING.has(token.text) && token.spaced && next?.kind === "word" && !next.spaced) return -1;
  for (let index = open.length - 1; index >= Math.max(0, open.length - MAX_DEPTH); index--) {
    const opener = open[index] as Opener;
    if (CLOSERS[opener.mark]?.includes(token.text) && opener.at < at - 1) return index;
  }
  return -1;
}

function canOpen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (at === tokens.length - 1) return false;
  if (!OPENS_BY_SPACING.has(token.text)) return true;
  const before = tokens[at - 1];
  return !(tokens[at + 1] as Token).spaced && (token.spaced || before === undefined || before.kind === "mark");
}

/** Whether an apostrophe at a word's end belongs to the word, as in ‘the workers’ rights’: another one follows that closes. */
function possessives(tokens: readonly Token[]): (at: number) => boolean {
  const held = new Set<number>();
  let next: Token | undefined;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (!APOSTROPHES.has(token.text) && token.text !== "‘") continue;
    const following = tokens[at + 1];
    const isPlural = tokens[at - 1]?.key.endsWith("s") && !token.spaced;
    const goesOn = following?.kind === "word" && following.spaced && /^\p{Ll}/u.test(following.text);
    if (isPlural && goesOn && next && APOSTROPHES.has(next.text) && !next.spaced) held.add(at);
    next = token;
  }
  return (at) => held.has(at);
}

function makeQuotation(tokens: readonly Token[], from: number, to: number, before: Pending | null): Quotation {
  const last = tokens[to - 1]?.text ?? "";
  const lastMark = to - 1 > from && CLAUSE_END.test(last) ? last : "";
  return {
    fragments: [...(before?.fragments ?? []), rangeOf(tokens, from, to)],
    words: (before?.words ?? 0) + countWords(tokens.slice(from, to)),
    endsClause: lastMark !== "",
    lastMark,
  };
}

function rangeOf(tokens: readonly Token[], from: number, to: number): Range {
  return { start: (tokens[from] as Token).start, end: (tokens[to] as Token).end };
}

function keepOutermost(quotations: Quotation[]): Quotation[] {
  const startOf = (quotation: Quotation) => (quotation.fragments[0] as Range).start;
  const endOf = (quotation: Quotation) => (quotation.fragments.at(-1) as Range).end;
  const kept: Quotation[] = [];
  for (const quotation of quotations.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))) {
    const last = kept.at(-1);
    if (!last || endOf(last) <= startOf(quotation)) kept.push(quotation);
  }
  return kept;
}
