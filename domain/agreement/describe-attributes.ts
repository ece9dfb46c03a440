import type { Codebook, Field, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { answerTo, isFilled } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { AgreementStatement, Attribute } from "./agreement-document";
import { comparableContent } from "./comparable-content";

/** Label of a statement without a stance: that somebody saw no position is a decision, not a gap. Off every scale. */
export const NO_STANCE = "none";

/** What is compared of a statement; of its stances only the first. */
export type ComparedContent = Pick<StatementContent, "spans" | "speakerId" | "chain" | "stances" | "fields">;

const FIXED = ["stance", "target", "speaker"];

/**
 * What agreement is computed for: the stance (of the first target), its target, the speaker, and the enabled fields with
 * comparable answers, in the order stance, sourcing, speaker, target, other fields. Free text is not compared.
 */
export function describeAttributes(codebook: Codebook): Attribute[] {
  const { measure, values } = codebook.stance;
  const fields = comparedFields(codebook).map(describeField);
  const isSourcing = ({ key }: Attribute) => key === "sourcing";
  return [
    { key: "stance", measure, values: [...values.map(({ key }) => key), NO_STANCE], scale: scaleOf(measure, values) },
    ...fields.filter(isSourcing),
    { key: "speaker", measure: "nominal", values: [], scale: [] },
    { key: "target", measure: "nominal", values: [], scale: [] },
    ...fields.filter((field) => !isSourcing(field)),
  ];
}

/** A statement with its label for each attribute of `describeAttributes`. */
export function toAgreementStatement(
  statement: ComparedContent & { id: string },
  codebook: Codebook,
): AgreementStatement {
  return { id: statement.id, ranges: comparableContent(statement), labels: readLabels(statement, codebook) };
}

/** The label for each attribute of `describeAttributes`; null: not filled in. */
export function readLabels(statement: ComparedContent, codebook: Codebook): Record<string, string | null> {
  const [first] = statement.stances;
  const labels: Record<string, string | null> = {
    stance: first ? first.value : NO_STANCE,
    target: first ? first.targetId : NO_STANCE,
    speaker: statement.speakerId,
  };
  for (const field of comparedFields(codebook)) labels[attributeOf(field)] = fieldLabel(statement, field);
  return labels;
}

function comparedFields(codebook: Codebook): Field[] {
  return enabledFields(codebook).filter((field) => field.type !== "text");
}

/** The key of a field's attribute: the field's own, unless it is that of a fixed attribute. */
export function attributeOf({ key }: Field): string {
  return FIXED.includes(key) ? `field.${key}` : key;
}

function describeField(field: Field): Attribute {
  const key = attributeOf(field);
  if (field.type === "number") return { key, measure: field.measure, values: [], scale: [] };
  if (field.type === "flag") return { key, measure: "nominal", values: ["false", "true"], scale: [] };
  // Several values at once are compared as a whole set: there is no closed list of those.
  if (field.type === "multiple") return { key, measure: "nominal", values: [], scale: [] };
  const values = field.values.map((value) => value.key);
  return { key, measure: field.measure, values, scale: scaleOf(field.measure, field.values) };
}

function scaleOf(measure: Attribute["measure"], values: readonly FieldValue[]): Attribute["scale"] {
  if (measure === "nominal") return [];
  return values
    .flatMap(({ key, score }) => (score === null || score === undefined ? [] : [{ value: key, score }]))
    .sort((a, b) => a.score - b.score);
}

/** What a question that is not asked of a statement still holds from before is no answer. */
function fieldLabel(content: ComparedContent, field: Field): string | null {
  const answer = answerTo(content, field.key);
  if (!isShown(field, content) || !isFilled(answer)) return null;
  return Array.isArray(answer) ? [...answer].sort().join(",") : String(answer);
}
