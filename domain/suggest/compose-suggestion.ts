import type { Codebook } from "@/domain/codebook/codebook";
import { roleOrder } from "@/domain/codebook/find-field";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import { makeSpan, sortSpans } from "@/domain/text/spans";
import { trimContent } from "@/domain/text/trim-content";
import type { Attribution, Piece } from "./attribution";
import { proposeTargets, type TargetIndex } from "./propose-targets";
import type { Quotation } from "./quotations";
import type { ProposedSpeaker, Suggestion } from "./suggestion";
import type { Token } from "./tokens";
import { quotationsIn } from "./unattributed-quotations";

/** As many as a statement may have. */
const MAX_SPANS = 200;

/** The suggestion for an attribution found in a sentence; null when the codebook has no content role to put it in, or when
 * it has more pieces than a statement can. */
export function composeSuggestion({
  attribution,
  continued,
  speaker,
  tokens,
  text,
  quotations,
  codebook,
  targets,
}: {
  attribution: Attribution;
  /** Quotations of later sentences that belong to the content. */
  continued: readonly number[];
  speaker: ProposedSpeaker | null;
  tokens: readonly Token[];
  text: DocumentText;
  quotations: readonly Quotation[];
  codebook: Codebook;
  targets: TargetIndex;
}): Suggestion | null {
  const enabled = new Set(codebook.roles.filter((role) => role.enabled).map((role) => role.key));
  const spans: Span[] = [];
  const add = (role: string, range: Range | null) => {
    if (range && enabled.has(role)) spans.push(makeSpan(text, role, range));
  };
  for (const piece of attribution.contents) {
    const range = rangeOf(tokens, piece);
    // Quotation marks, also those left open at a paragraph's end, keep the punctuation inside them.
    add("content", tokens[piece.end - 1]?.kind === "quotation" ? range : trimContent(text, range));
  }
  for (const range of furtherFragments(attribution, continued, tokens, quotations)) add("content", range);
  if (!spans.some((span) => span.role === "content")) return null;
  if (attribution.cue) add("cue", rangeOf(tokens, attribution.cue));
  if (attribution.source) add("source", rangeOf(tokens, attribution.source));
  if (spans.length > MAX_SPANS) return null;
  const { score, reason } = attribution;
  const form = formOf(attribution, tokens);
  const offered = codebook.fields.find((field) => field.key === "form" && field.enabled)?.values;
  const words = spans.filter((span) => span.role === "content").map((span) => span.quote);
  return {
    spans: sortSpans(spans, roleOrder(codebook)),
    speaker,
    targets: proposeTargets(words.join(" "), targets),
    form: offered?.some((value) => value.key === form && !value.retired) ? form : null,
    score,
    reason,
  };
}

/** What the content's quotations hold in other paragraphs, and the quotations that go on with it. */
function furtherFragments(
  { contents }: Attribution,
  continued: readonly number[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Range[] {
  const ranges = contents.map((piece) => rangeOf(tokens, piece));
  const isCovered = (range: Range) => ranges.some((other) => range.start < other.end && other.start < range.end);
  const held = contents.flatMap((piece) => quotationsIn(tokens, piece).map(({ quotation }) => quotation));
  const further = [...held, ...continued].flatMap((quotation) => quotations[quotation]?.fragments ?? []);
  return further.filter((range) => !isCovered(range));
}

function rangeOf(tokens: readonly Token[], { start, end }: Piece): Range {
  const first = tokens[start];
  const last = tokens[end - 1];
  if (!first || !last) throw new RangeError(`tokens ${start}-${end} outside a sentence of ${tokens.length}`);
  return { start: first.start, end: last.end };
}

/** From the quotation marks: all of the content in them, some of it, none. An act gives no words at all. */
function formOf(
  { contents, reason }: Attribution,
  tokens: readonly Token[],
): "direct" | "mixed" | "indirect" | "reported_act" {
  if (reason === "reported_act") return "reported_act";
  const held = contents.flatMap((piece) => tokens.slice(piece.start, piece.end));
  if (held.every((token) => token.kind === "quotation")) return "direct";
  return held.some((token) => token.kind === "quotation") ? "mixed" : "indirect";
}
