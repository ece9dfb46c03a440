import { partOfField } from "@/domain/review/gold-parts";
import type { Codebook, CodebookCase, FieldValue } from "./codebook";

/** A value that cases can be added to: of a coded field, or of the stance scale. */
export interface CaseValue {
  /** See `listParts`. */
  part: string;
  /** Key of the value. */
  value: string;
}

/** What can be chosen for a part, retired values too; null: it has no values. */
export function valuesOfPart(codebook: Codebook, part: string): { label: string; values: FieldValue[] } | null {
  if (part === "stance") return { label: codebook.stance.label, values: codebook.stance.values };
  const field = codebook.fields.find((one) => partOfField(codebook, one.key) === part);
  return field && field.values.length > 0 ? { label: field.label, values: field.values } : null;
}

export function findCaseValue(codebook: Codebook, { part, value }: CaseValue): FieldValue | null {
  return valuesOfPart(codebook, part)?.values.find(({ key }) => key === value) ?? null;
}

/** The codebook with one more case of a value. Throws RangeError for a value it has not. */
export function addCase(codebook: Codebook, { part, value }: CaseValue, added: CodebookCase): Codebook {
  if (!findCaseValue(codebook, { part, value })) throw new RangeError(`the codebook has no value ${part}.${value}`);
  const add = (values: FieldValue[]) =>
    values.map((one) => (one.key === value ? { ...one, cases: [...(one.cases ?? []), added] } : one));
  if (part === "stance") return { ...codebook, stance: { ...codebook.stance, values: add(codebook.stance.values) } };
  return {
    ...codebook,
    fields: codebook.fields.map((field) =>
      partOfField(codebook, field.key) === part ? { ...field, values: add(field.values) } : field,
    ),
  };
}
