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

/** Rulings that are cases of some value. */
export function listCaseRulings(codebook: Codebook): string[] {
  const values = [...codebook.fields.flatMap((field) => field.values), ...codebook.stance.values];
  return [...new Set(values.flatMap(({ cases }) => (cases ?? []).map(({ rulingId }) => rulingId)))];
}

/** The codebook without the cases of these rulings. */
export function withoutCases(codebook: Codebook, rulingIds: ReadonlySet<string>): Codebook {
  const strip = (values: FieldValue[]) =>
    values.map(({ cases, ...value }) => {
      const left = cases?.filter(({ rulingId }) => !rulingIds.has(rulingId));
      return left && left.length > 0 ? { ...value, cases: left } : value;
    });
  return {
    ...codebook,
    fields: codebook.fields.map((field) => ({ ...field, values: strip(field.values) })),
    stance: { ...codebook.stance, values: strip(codebook.stance.values) },
  };
}

/** The codebook without any cases. */
export function withoutAllCases(codebook: Codebook): Codebook {
  return withoutCases(codebook, new Set(listCaseRulings(codebook)));
}

/** The codebook with the cases that another has of the same values, where it has these values. */
export function withCasesOf(codebook: Codebook, other: Codebook): Codebook {
  const carry = (values: readonly FieldValue[], from: readonly FieldValue[] = []) =>
    values.map(({ cases: _own, ...value }) => {
      const cases = from.find(({ key }) => key === value.key)?.cases;
      return cases ? { ...value, cases } : value;
    });
  return {
    ...codebook,
    fields: codebook.fields.map((field) => ({
      ...field,
      values: carry(field.values, other.fields.find(({ key }) => key === field.key)?.values),
    })),
    stance: { ...codebook.stance, values: carry(codebook.stance.values, other.stance.values) },
  };
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
