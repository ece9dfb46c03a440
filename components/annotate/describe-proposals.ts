import type { Codebook } from "@/domain/codebook/codebook";
import { findField, findValue } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import type { ProposalReason, ProposedAnswers } from "@/domain/statement/propose-answers";

/** What is proposed, in a line: "Speaker: Ewa Lind, Form: Direct". */
export function describeProposals(
  { speakerId, answers }: ProposedAnswers,
  { codebook, registry }: { codebook: Codebook; registry: Pick<Registry, "speakers"> },
): string {
  const speaker = registry.speakers.find((one) => one.id === speakerId);
  return [
    ...(speaker ? [`Speaker: ${speaker.name}`] : []),
    ...answers.map(({ field: key, value }) => {
      const field = findField(codebook, key);
      return `${field?.label ?? key}: ${findValue(field?.values ?? [], value)?.label ?? value}`;
    }),
  ].join(", ");
}

/** Why an answer is proposed, for whoever wonders. */
export const proposalReasons: Readonly<Record<ProposalReason, string>> = {
  own_voice: "The article speaks in its own voice",
  quotation: "From the quotation marks",
  cue: "From the words of the cue",
  source: "From the words of the source",
  speaker: "From the kind of speaker",
  same_speaker: "As for this speaker's statement before",
  field: "Follows from another answer",
  usual: "The usual answer in this codebook",
};
