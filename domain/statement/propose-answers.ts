import type { Codebook, Field, FieldCondition, Proposal } from "@/domain/codebook/codebook";
import { enabledFields, offeredValues } from "@/domain/codebook/find-field";
import { conditionHolds, depthOf, isShown } from "@/domain/codebook/is-shown";
import type { Registry } from "@/domain/contract/registry";
import { quotationCover } from "@/domain/suggest/quotation-cover";
import type { DocumentText } from "@/domain/text/document-text";
import { spansInRole } from "@/domain/text/spans";
import { answerTo, isFilled, withSpeaker } from "./content";
import { describedKind, proposeSpeaker } from "./propose-speaker";
import type { FieldAnswers, StatementContent } from "./statement";

/** Why an answer is proposed: the fact it follows from, the speaker's statement before, or the codebook's usual answer. */
export type ProposalReason =
  | "own_voice"
  | "quotation"
  | "cue"
  | "source"
  | "speaker"
  | "same_speaker"
  | "field"
  | "usual";

export type ProposedAnswer = { field: string; value: string; reason: ProposalReason };

/** What is put before a person about a statement; nothing of it is stored until it is taken. Never a stance. */
export type ProposedAnswers = {
  /** Whom the source names; null while nobody can tell, or when a speaker is chosen. */
  speakerId: string | null;
  /** One for each open question that the codebook has a proposal for, in the order of the questions. */
  answers: readonly ProposedAnswer[];
};

export type ProposalContext = {
  text: DocumentText;
  codebook: Codebook;
  registry: Pick<Registry, "speakers">;
  /** The project's entity for the article's own voice. */
  outletId: string;
  /** BCP 47 tag of the text. */
  language: string | null;
  /** The last statement before this one that a speaker has; null for the speaker's first. */
  lastOf: (speakerId: string) => StatementContent | null;
};

export function proposeAnswers(content: StatementContent, context: ProposalContext): ProposedAnswers {
  const { codebook, registry, outletId, language } = context;
  const source = spansInRole(content.spans, "source")
    .map((span) => span.quote)
    .join(" ");
  const proposed =
    content.speakerId === null && source !== "" ? proposeSpeaker(source, registry.speakers, language) : null;
  // What follows is proposed as if what comes before it had been taken.
  let taken = proposed ? withSpeaker(content, proposed.id, outletId) : content;
  const facts = findFacts(taken, source, context);
  const answers: ProposedAnswer[] = [];
  for (const field of enabledFields(codebook)) {
    if (!isShown(field, taken) || isFilled(answerTo(taken, field.key))) continue;
    const answer = proposeAnswer(field, taken, facts, context.lastOf);
    if (!answer) continue;
    answers.push(answer);
    taken = { ...taken, fields: { ...taken.fields, [field.key]: answer.value } };
  }
  return { speakerId: proposed?.id ?? null, answers };
}

/** The content with all that is proposed. */
export function takeProposals(
  content: StatementContent,
  proposed: ProposedAnswers,
  outletId: string,
): StatementContent {
  const { speakerId, answers } = proposed;
  const spoken = speakerId === null ? content : withSpeaker(content, speakerId, outletId);
  const fields = Object.fromEntries(answers.map(({ field, value }) => [field, value]));
  return answers.length === 0 ? spoken : { ...spoken, fields: { ...spoken.fields, ...fields } };
}

type Facts = Readonly<Record<string, FieldAnswers[string] | undefined>>;

/**
 * What a proposal's conditions may ask besides the answers: `depth` of the chain; `speaker_kind` as in the registry;
 * `speaker_named`, whether the article has one of the speaker's names; `source_kind`, what the source's words describe;
 * `cue_words`, the words of the cue in lower case; `quotation`, how much of the content stands in quotation marks ("entire", "partial", "none").
 */
function findFacts(content: StatementContent, source: string, { text, registry, language }: ProposalContext): Facts {
  const speaker = registry.speakers.find((one) => one.id === content.speakerId);
  const ranges = spansInRole(content.spans, "content");
  const names = speaker ? [speaker.name, ...speaker.aliases] : [];
  return {
    depth: depthOf(content) ?? undefined,
    speaker_kind: speaker?.kind,
    speaker_named: speaker && (speaker.fixed || names.some((name) => name !== "" && text.text.includes(name))),
    source_kind: describedKind(source, language) ?? undefined,
    cue_words: tokensOf(spansInRole(content.spans, "cue").map((span) => span.quote)),
    quotation: ranges.length === 0 ? undefined : quotationCover(text, ranges),
  };
}

function tokensOf(quotes: readonly string[]): string[] {
  return (
    quotes
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function proposeAnswer(
  field: Field,
  content: StatementContent,
  facts: Facts,
  lastOf: ProposalContext["lastOf"],
): ProposedAnswer | null {
  if (field.type !== "single") return null;
  for (const proposal of field.proposals ?? []) {
    const value = "like" in proposal ? sameSpeakerAnswer(field, content, lastOf) : proposal.value;
    const holds = (condition: FieldCondition) => conditionHolds(condition, factOrAnswer(condition, content, facts));
    if (value === null || !offeredValues(field.values).some((one) => one.key === value)) continue;
    if ("like" in proposal || (proposal.when ?? []).every(holds)) {
      return { field: field.key, value, reason: reasonOf(proposal) };
    }
  }
  return null;
}

function factOrAnswer({ subject }: FieldCondition, content: StatementContent, facts: Facts) {
  return Object.hasOwn(facts, subject) ? facts[subject] : answerTo(content, subject);
}

function sameSpeakerAnswer(field: Field, content: StatementContent, lastOf: ProposalContext["lastOf"]): string | null {
  const last = content.speakerId === null ? null : lastOf(content.speakerId);
  const answer = last && answerTo(last, field.key);
  return typeof answer === "string" ? answer : null;
}

function reasonOf(proposal: Proposal): ProposalReason {
  if ("like" in proposal) return "same_speaker";
  const [first] = proposal.when ?? [];
  switch (first?.subject) {
    case undefined:
      return "usual";
    case "depth":
      return "own_voice";
    case "quotation":
      return "quotation";
    case "cue_words":
      return "cue";
    case "source_kind":
      return "source";
    case "speaker_kind":
    case "speaker_named":
      return "speaker";
    default:
      return "field";
  }
}
