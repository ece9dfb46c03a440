import type { Codebook } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { answerTo } from "@/domain/statement/content";
import type { CheckContext, CheckedStatement, StatementRule } from "./consistency-rule";
import { ofCodebook } from "./of-codebook";

/** Kinds of speakers that have no name of their own. */
const NAMELESS = ["group", "unknown"];

/** Answers that say that somebody is named, by field: those that a codebook proposes where the article names the speaker. */
const namedAnswers = ofCodebook((codebook) =>
  enabledFields(codebook).map(({ key, proposals = [] }) => {
    const values = proposals.flatMap((proposal) => {
      if ("like" in proposal) return [];
      const saysNamed = (proposal.when ?? []).some(({ subject, is }) => subject === "speaker_named" && is === "set");
      return saysNamed ? [proposal.value] : [];
    });
    return { field: key, values: new Set(values) };
  }),
);

function findNamedAnswer(statement: CheckedStatement, codebook: Codebook): { field: string; value: string } | null {
  for (const { field, values } of namedAnswers(codebook)) {
    const value = answerTo(statement, field);
    if (typeof value === "string" && values.has(value)) return { field, value };
  }
  return null;
}

function hasName({ speakerId }: CheckedStatement, { speakerById }: CheckContext): boolean {
  const speaker = speakerId === null ? undefined : speakerById.get(speakerId);
  return speaker !== undefined && !speaker.fixed && !NAMELESS.includes(speaker.kind);
}

/** A source that is said to be named, of a statement whose speaker has no name. */
export const namedWithoutName: StatementRule = {
  key: "named_without_name",
  isSuspect: (statement, context) =>
    !hasName(statement, context) && findNamedAnswer(statement, context.codebook) !== null,
  confirm(statement, { codebook }) {
    const answer = findNamedAnswer(statement, codebook);
    return answer && { speakerIds: statement.speakerId === null ? [] : [statement.speakerId], ...answer };
  },
};
