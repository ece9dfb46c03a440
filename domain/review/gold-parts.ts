import type { Codebook } from "@/domain/codebook/codebook";
import { roleOrder } from "@/domain/codebook/find-field";
import { answerTo } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { sortSpans, spansInRole } from "@/domain/text/spans";

/**
 * The parts of a statement that a reviewer may take from different members: a role's key, "speaker" (with its chain),
 * "stance" (all of them), a field's key, "confidence", "note".
 */
export function listParts(codebook: Codebook): string[] {
  return [
    ...roleOrder(codebook),
    "speaker",
    "stance",
    ...codebook.fields.map((field) => partOfField(codebook, field.key)),
    "confidence",
    "note",
  ];
}

/** A field's part is its key, unless a role or a fixed part has that name already. */
export function partOfField(codebook: Codebook, key: string): string {
  const taken = ["speaker", "stance", "confidence", "note", ...roleOrder(codebook)];
  return taken.includes(key) ? `field.${key}` : key;
}

/** A part as text that is equal exactly when the part is. */
export function readPart(content: StatementContent, part: string, codebook: Codebook): string {
  const field = fieldOf(codebook, part);
  if (field !== null) return JSON.stringify(answerTo(content, field) ?? null);
  switch (part) {
    case "speaker":
      return JSON.stringify([content.speakerId, content.chain]);
    case "stance":
      return JSON.stringify(
        content.stances.map(({ targetId, value, basis }) => [targetId, value, basis]).sort(compareText),
      );
    case "confidence":
      return content.confidence;
    case "note":
      return content.note;
    default:
      return JSON.stringify(spansInRole(content.spans, part).map(({ start, end }) => [start, end]));
  }
}

/** `target` with one part as `source` has it. */
export function takePart(
  target: StatementContent,
  source: StatementContent,
  part: string,
  codebook: Codebook,
): StatementContent {
  const field = fieldOf(codebook, part);
  if (field !== null) {
    const { [field]: _replaced, ...fields } = target.fields;
    const answer = answerTo(source, field);
    return { ...target, fields: answer === undefined ? fields : { ...fields, [field]: answer } };
  }
  switch (part) {
    case "speaker":
      return { ...target, speakerId: source.speakerId, chain: source.chain };
    case "stance":
      return { ...target, stances: source.stances };
    case "confidence":
      return { ...target, confidence: source.confidence, unsureComment: source.unsureComment };
    case "note":
      return { ...target, note: source.note };
    default: {
      const spans = [...target.spans.filter((span) => span.role !== part), ...spansInRole(source.spans, part)];
      return { ...target, spans: sortSpans(spans, roleOrder(codebook)) };
    }
  }
}

function fieldOf(codebook: Codebook, part: string): string | null {
  return codebook.fields.find((field) => partOfField(codebook, field.key) === part)?.key ?? null;
}

function compareText(a: unknown[], b: unknown[]): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
