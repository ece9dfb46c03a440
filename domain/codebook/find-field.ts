import type { Codebook, Field, FieldValue, SpanRole } from "./codebook";

export function findField(codebook: Codebook, key: string): Field | null {
  return codebook.fields.find((field) => field.key === key) ?? null;
}

export function findRole(codebook: Codebook, key: string): SpanRole | null {
  return codebook.roles.find((role) => role.key === key) ?? null;
}

/** A value of a list (of a field, the stance scale, its bases) by key, retired ones included. */
export function findValue(values: readonly FieldValue[], key: string): FieldValue | null {
  return values.find((value) => value.key === key) ?? null;
}

export function enabledRoles(codebook: Codebook): SpanRole[] {
  return codebook.roles.filter((role) => role.enabled);
}

export function enabledFields(codebook: Codebook): Field[] {
  return codebook.fields.filter((field) => field.enabled);
}

/** What may be chosen from a list: all but the retired values, and the one that is already chosen. */
export function offeredValues(values: readonly FieldValue[], chosen?: string | null): FieldValue[] {
  return values.filter((value) => !value.retired || value.key === chosen);
}

/** The order in which a statement's spans are stored: see `sortSpans`. */
export function roleOrder(codebook: Codebook): string[] {
  return codebook.roles.map((role) => role.key);
}
