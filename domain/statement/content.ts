import { canonicalJson } from "@/domain/canonical-json";
import type { Span } from "@/domain/text/span";
import type { FieldAnswers, StatementContent } from "./statement";

/** A statement at its beginning: one content span and nothing decided. */
export function emptyContent(span: Span): StatementContent {
  return {
    spans: [span],
    speakerId: null,
    chain: [],
    stances: [],
    fields: {},
    confidence: "sure",
    note: "",
    parentId: null,
    sameClaimAsId: null,
  };
}

/** What a person coded of a statement, without what the program keeps about it. */
export function contentOf(statement: StatementContent): StatementContent {
  const { spans, speakerId, chain, stances, fields, confidence, note, parentId, sameClaimAsId } = statement;
  const content: StatementContent = {
    spans,
    speakerId,
    chain,
    stances,
    fields,
    confidence,
    note,
    parentId,
    sameClaimAsId,
  };
  if (statement.unsureComment) content.unsureComment = statement.unsureComment;
  return content;
}

/** Why a statement is unsure, in the annotator's words; "" when nothing is said or it is sure. */
export function unsureCommentOf({ confidence, unsureComment = "" }: StatementContent): string {
  return confidence === "unsure" ? unsureComment : "";
}

/** Equal as data: the order of keys does not count, the order of lists does. */
export function sameContent(a: StatementContent, b: StatementContent): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/**
 * The content with another speaker, or none. The chain becomes the plain one, outlet → speaker, or the outlet alone for
 * its own voice; relayers between the two stay when the chain has some and the new speaker is not the outlet.
 */
export function withSpeaker(content: StatementContent, speakerId: string | null, outletId: string): StatementContent {
  if (speakerId === null) return { ...content, speakerId: null, chain: [] };
  if (speakerId === outletId) return { ...content, speakerId, chain: [outletId] };
  const relayers = content.chain.slice(1, -1).filter((id) => id !== speakerId);
  return { ...content, speakerId, chain: [outletId, ...relayers, speakerId] };
}

/** The answer to a field; undefined: not filled in. Reads own keys only: a field may be called "constructor". */
export function answerTo(content: Pick<StatementContent, "fields">, key: string): FieldAnswers[string] | undefined {
  return Object.hasOwn(content.fields, key) ? content.fields[key] : undefined;
}

/** Whether an answer says anything. `false` and 0 do; an empty string or list does not. */
export function isFilled(answer: FieldAnswers[string] | undefined): answer is FieldAnswers[string] {
  if (answer === undefined) return false;
  return typeof answer === "string" || Array.isArray(answer) ? answer.length > 0 : true;
}
