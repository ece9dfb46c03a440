import type { Codebook } from "@/domain/codebook/codebook";
import { findRole } from "@/domain/codebook/find-field";
import { emptyContent } from "@/domain/statement/content";
import { isSameSpan } from "@/domain/statement/move-edge";
import type { Stance, StatementContent } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type { DocumentText } from "@/domain/text/document-text";
import { snapRange } from "@/domain/text/snap-range";
import type { Range, Span } from "@/domain/text/span";
import { extent, makeSpan, mergeRanges, overlaps, spansInRole, subtractRanges } from "@/domain/text/spans";
import { trimContent } from "@/domain/text/trim-content";

/*
 * What each gesture of the screen makes of a statement's content. Pure; all ranges are code points.
 */

/** What an edit of spans has to know about the article. */
export type Passage = { text: DocumentText; codebook: Codebook; language: string | null };

const hasWords = /[\p{L}\p{N}]/u;

/** A new statement over what is selected; null when nothing but white space is. */
export function contentFromSelection(passage: Passage, selection: readonly Range[]): StatementContent | null {
  const [first, ...rest] = contentRanges(passage, selection).map((range) => makeSpan(passage.text, "content", range));
  return first ? { ...emptyContent(first), spans: [first, ...rest] } : null;
}

/**
 * The content with the selection in a role. A role that holds one fragment takes the new one instead; in the others the
 * selection replaces the fragments it overlaps, which is how edges are moved, and is added where it overlaps none. Cue,
 * source and content never share words: what the newcomer covers is taken from the others. Null when that is
 * impossible: nothing but white space selected, or no content would be left.
 */
export function assignRole(
  passage: Passage,
  content: StatementContent,
  role: string,
  selection: readonly Range[],
): StatementContent | null {
  const { text, codebook } = passage;
  const ranges = role === "content" ? contentRanges(passage, selection) : snappedRanges(passage, selection);
  const single = findRole(codebook, role)?.max === 1;
  const taken = single ? ranges.slice(0, 1) : ranges;
  if (taken.length === 0) return null;
  const others = content.spans.flatMap((span) => {
    if (span.role !== role) return cutSpan(passage, span, role, taken);
    const replaced = single || taken.some((range) => overlaps(range, span));
    return replaced ? [] : [span];
  });
  const spans = [...others, ...taken.map((range) => makeSpan(text, role, range))];
  if (spansInRole(spans, "content").length === 0) return null;
  return inStoredOrder(codebook, { ...content, spans });
}

const EXCLUSIVE = ["content", "cue", "source"];

/** What is left of another role's fragment when a newcomer takes some of its words. */
function cutSpan(passage: Passage, span: Span, newcomer: string, taken: readonly Range[]): Span[] {
  const exclusive = EXCLUSIVE.includes(span.role) && EXCLUSIVE.includes(newcomer);
  if (!exclusive || !taken.some((range) => overlaps(range, span))) return [span];
  // Of a cue or source only whole fragments make sense; a content goes on around what interrupts it.
  if (span.role !== "content") return [];
  return contentPieces(passage, subtractRanges([span], taken)).map((range) => makeSpan(passage.text, "content", range));
}

/** What separated a content from the words that interrupted it: ", " before the second half of a quotation. */
const leading = /^[\s.,;:!?…]+/u;

function contentPieces({ text }: Passage, ranges: readonly Range[]): Range[] {
  return ranges.flatMap((range) => {
    const words = text.slice(range.start, range.end);
    // These characters lie in the basic plane: one unit is one code point.
    const skipped = leading.exec(words)?.[0].length ?? 0;
    if (!hasWords.test(words)) return [];
    return trimContent(text, { start: range.start + skipped, end: range.end }) ?? [];
  });
}

/**
 * The content without what stands between, and on the other side of, its cue and source: "On Friday the ministry said that
 * …" keeps what comes after. Null when nothing changes or nothing would be left.
 */
export function keepSide(
  passage: Passage,
  content: StatementContent,
  side: "before" | "after",
): StatementContent | null {
  const attribution = content.spans.filter((span) => span.role === "cue" || span.role === "source");
  const own = spansInRole(content.spans, "content");
  if (attribution.length === 0) return null;
  const { start, end } = extent(attribution);
  const rest = subtractRanges(own, [side === "after" ? { start: 0, end } : { start, end: passage.text.length }]);
  const pieces = contentPieces(passage, rest);
  if (pieces.length === 0) return null;
  const kept = pieces.map((range) => makeSpan(passage.text, "content", range));
  const same = kept.length === own.length && kept.every((span, place) => isSameSpan(span, own[place] ?? span));
  if (same) return null;
  return inStoredOrder(passage.codebook, {
    ...content,
    spans: [...content.spans.filter((span) => span.role !== "content"), ...kept],
  });
}

function contentRanges(passage: Passage, selection: readonly Range[]): Range[] {
  const { text } = passage;
  return mergeRanges(snappedRanges(passage, selection).map((range) => trimContent(text, range) ?? range));
}

function snappedRanges({ text, codebook, language }: Passage, selection: readonly Range[]): Range[] {
  const snapped = selection.map((range) => snapRange(text, range, codebook.snapping, language));
  return mergeRanges(snapped.filter((range) => range !== null));
}

/** The content without one span; null for its last content fragment: a statement without content is none. */
export function removeSpan(content: StatementContent, span: Span): StatementContent | null {
  const spans = content.spans.filter(
    (other) => other.role !== span.role || other.start !== span.start || other.end !== span.end,
  );
  return spansInRole(spans, "content").length === 0 ? null : { ...content, spans };
}

/** Undefined takes the answer back. */
export function withAnswer(
  content: StatementContent,
  key: string,
  answer: StatementContent["fields"][string] | undefined,
): StatementContent {
  const { [key]: _, ...others } = content.fields;
  return { ...content, fields: answer === undefined ? others : { ...others, [key]: answer } };
}

/** Adds a stance with nothing chosen. A target can be held toward only once. */
export function addStance(content: StatementContent, targetId: string): StatementContent {
  if (content.stances.some((stance) => stance.targetId === targetId)) return content;
  return { ...content, stances: [...content.stances, { targetId, value: null, basis: null }] };
}

export function editStance(content: StatementContent, targetId: string, change: Partial<Stance>): StatementContent {
  const stances = content.stances.map((stance) => (stance.targetId === targetId ? { ...stance, ...change } : stance));
  return { ...content, stances };
}

/** With the stances of another statement: those that are there keep what is chosen and take over the rest. */
export function withStancesOf(content: StatementContent, other: StatementContent): StatementContent {
  const held = content.stances.map((stance) => {
    const like = other.stances.find(({ targetId }) => targetId === stance.targetId);
    return { ...stance, value: stance.value ?? like?.value ?? null, basis: stance.basis ?? like?.basis ?? null };
  });
  const added = other.stances.filter(({ targetId }) => !held.some((stance) => stance.targetId === targetId));
  return { ...content, stances: [...held, ...added] };
}

export function removeStance(content: StatementContent, targetId: string): StatementContent {
  return { ...content, stances: content.stances.filter((stance) => stance.targetId !== targetId) };
}

/** Adds a relayer just before the speaker, or takes one out by its place in the chain. */
export function addRelayer(content: StatementContent, speakerId: string): StatementContent {
  if (content.chain.length < 2) return content;
  return { ...content, chain: [...content.chain.slice(0, -1), speakerId, ...content.chain.slice(-1)] };
}

export function removeRelayer(content: StatementContent, place: number): StatementContent {
  if (place <= 0 || place >= content.chain.length - 1) return content;
  return { ...content, chain: content.chain.filter((_, index) => index !== place) };
}
