import type { Codebook } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { answerTo } from "@/domain/statement/content";
import type { CheckContext, CheckedStatement, StatementRule } from "./consistency-rule";

/** Kinds of speakers that have no name of their own. */
const NAMELESS = ["group", "unknown"];

/** Answers that say that somebody is named: those that a codebook proposes where the article names the speaker. */
function findNamedAnswer(statement: CheckedStatement, codebook: Codebook): { field: string; value: string } | null {
  for (const { key, proposals = [] } of enabledFields(codebook)) {
    const value = answerTo(statement, key);
    const saysNamed = proposals.some(
      (proposal) =>
        !("like" in proposal) &&
        proposal.value === value &&
        (proposal.when ?? []).some(({ subject, is }) => subject === "speaker_named" && is === "set"),
    );
    if (saysNamed && typeof value === "string") return { field: key, value };
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
