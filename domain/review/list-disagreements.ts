import type { Codebook, Field } from "@/domain/codebook/codebook";
import { enabledFields, enabledRoles } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { answerTo, isFilled } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { mergeRanges, spansInRole } from "@/domain/text/spans";
import type { Disagreement } from "./cluster";

/** One finished reading's statement about the passage; null when it marked none there. */
export interface ReadingMember {
  assignmentId: string;
  statement: StatementContent | null;
}

/**
 * How the readings of one cluster differ, in the order of the form: missing, boundaries by role, speaker, stances by
 * target, fields. Answers are compared in a canonical form; "not filled in" differs from every value. Confidence, notes
 * and links are not compared.
 *
 * Canonical forms: boundary `12-40;52-60`; speaker the id; chain `id > id`; stance `oppose/explicit` with an empty part
 * for what is not chosen yet; a field the value's key, several sorted and joined by `,`, `true`, `false` or the number.
 */
export function listDisagreements(readings: readonly ReadingMember[], codebook: Codebook): Disagreement[] {
  const present = readings.filter((reading) => reading.statement !== null) as Present[];
  const compare = (kind: Disagreement["kind"], subject: string, read: (content: StatementContent) => string | null) =>
    differing(kind, subject, present, read);

  const speakers = compare("speaker", "speaker", (content) => content.speakerId);
  return [
    ...missing(readings),
    ...enabledRoles(codebook).flatMap((role) =>
      compare("boundary", role.key, (content) => boundary(content, role.key)),
    ),
    ...speakers,
    // With different speakers the chains differ anyway.
    ...(speakers.length > 0 ? [] : compare("speaker", "chain", (content) => content.chain.join(" > ") || null)),
    ...targetsOf(present).flatMap((targetId) => compare("stance", targetId, (content) => stance(content, targetId))),
    ...enabledFields(codebook).flatMap((field) =>
      compare("field", field.key, (content) => fieldAnswer(content, field)),
    ),
  ];
}

interface Present extends ReadingMember {
  statement: StatementContent;
}

function missing(readings: readonly ReadingMember[]): Disagreement[] {
  if (readings.every((reading) => reading.statement !== null)) return [];
  const answers = readings.map(({ assignmentId, statement }) => [assignmentId, statement ? "found" : null]);
  return [{ kind: "missing", subject: "missing", answers: Object.fromEntries(answers) }];
}

function differing(
  kind: Disagreement["kind"],
  subject: string,
  present: readonly Present[],
  read: (content: StatementContent) => string | null,
): Disagreement[] {
  const answers = present.map(({ assignmentId, statement }): [string, string | null] => [
    assignmentId,
    read(statement),
  ]);
  if (new Set(answers.map(([, answer]) => answer)).size <= 1) return [];
  return [{ kind, subject, answers: Object.fromEntries(answers) }];
}

function boundary(content: StatementContent, role: string): string | null {
  const ranges = mergeRanges(spansInRole(content.spans, role));
  return ranges.map(({ start, end }) => `${start}-${end}`).join(";") || null;
}

/** By first mention, so that the order is that of the readings and their forms. */
function targetsOf(present: readonly Present[]): string[] {
  return [...new Set(present.flatMap(({ statement }) => statement.stances.map((one) => one.targetId)))];
}

function stance(content: StatementContent, targetId: string): string | null {
  const found = content.stances.find((one) => one.targetId === targetId);
  return found ? `${found.value ?? ""}/${found.basis ?? ""}` : null;
}

/** What a question that is not asked of a statement still holds from before is no answer. */
function fieldAnswer(content: StatementContent, field: Field): string | null {
  const answer = answerTo(content, field.key);
  if (!isShown(field, content) || !isFilled(answer)) return null;
  return Array.isArray(answer) ? [...answer].sort().join(",") : String(answer);
}
