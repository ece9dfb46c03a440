import { type Attribution, type Piece, type Reading, trimPiece } from "./attribution";
import { contentAfter } from "./content-after";
import { contentBefore } from "./content-before";
import { findCues } from "./cues";
import { subjectBefore } from "./noun-phrases";
import { findSourcePhrases } from "./source-phrases";

/** Sources before a colon are short: Mayor Ana Lind: “…” */
const COLON_WORDS = 8;

/** Who reports what in one sentence: the outermost attributions, which share no words, by position. */
export function findAttributions(reading: Reading): Attribution[] {
  const cues = findCues(reading.tokens, reading.rules);
  const found = findSourcePhrases(reading);
  // An attribution that follows its content reports all of it, so it goes before the cues inside.
  for (const cue of [...cues].reverse()) {
    const attribution = isFree(found, cue) ? contentBefore(reading, cue, lowestFor(found, cue.start)) : null;
    if (attribution && isApart(found, attribution)) found.push(attribution);
  }
  for (const cue of cues) {
    const attribution = isFree(found, cue) ? contentAfter(reading, cue, cues, lowestFor(found, cue.start)) : null;
    if (attribution && isApart(found, attribution)) found.push(attribution);
  }
  const colon = found.length === 0 ? afterColon(reading) : null;
  if (colon) found.push(colon);
  return found.sort((a, b) => firstOf(a) - firstOf(b));
}

/** Mayor Ana Lind: “We stay.” · ‘We were ignored’: nurses */
function afterColon(reading: Reading): Attribution | null {
  const { tokens, rules } = reading;
  const colon = tokens.findIndex((token) => token.text === ":");
  if (colon < 1) return null;
  const reported = { cue: null, reason: "quotation_after_colon", score: 0.7 } as const;
  if (tokens[colon + 1]?.kind === "quotation" && colon <= COLON_WORDS) {
    const source = subjectBefore(tokens, colon, 0, rules);
    return source && { ...reported, contents: [{ start: colon + 1, end: colon + 2 }], source };
  }
  const rest = trimPiece(tokens, { start: colon + 1, end: tokens.length });
  if (colon !== 1 || tokens[0]?.kind !== "quotation" || !rest || rest.end - rest.start > COLON_WORDS) return null;
  return { ...reported, contents: [{ start: 0, end: 1 }], source: { ...rest, weak: true } };
}

function piecesOf({ contents, cue, source }: Attribution): Piece[] {
  return [...contents, ...(cue ? [cue] : []), ...(source ? [source] : [])];
}

function firstOf(attribution: Attribution): number {
  return Math.min(...piecesOf(attribution).map((piece) => piece.start));
}

function isFree(found: readonly Attribution[], piece: Piece): boolean {
  return !found.some((one) => piecesOf(one).some((other) => piece.start < other.end && other.start < piece.end));
}

/** Whether an attribution's own pieces share nothing with each other or with those found before. */
function isApart(found: readonly Attribution[], attribution: Attribution): boolean {
  const pieces = piecesOf(attribution);
  const clash = pieces.some((one, index) =>
    pieces.some((other, place) => place > index && one.start < other.end && other.start < one.end),
  );
  return !clash && pieces.every((piece) => isFree(found, piece));
}

/** The end of the last claimed piece before a position. */
function lowestFor(found: readonly Attribution[], at: number): number {
  let lowest = 0;
  for (const one of found) for (const piece of piecesOf(one)) if (piece.end <= at) lowest = Math.max(lowest, piece.end);
  return lowest;
}
