export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; null: it is none. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** A value of an object under one of some keys, of its own only: data may call a key `__proto__`. */
export function valueAt(object: JsonObject | null, ...keys: readonly string[]): unknown {
  const key = object && keys.find((one) => Object.hasOwn(object, one));
  return key ? object[key] : undefined;
}

/** A list; of a single value, a list of it; of nothing, none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** A text that says something, or null. */
export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

/** A position: a number or a text of digits; anything else is none of the text. */
export function positionOf(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}

/** The moment as ISO 8601 in UTC; null: it is none that can be told. */
export function timeOf(value: unknown): string | null {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/.test(value))
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** An id as our own exports have them, or null. */
export const uuidOf = (value: unknown): string | null => (typeof value === "string" && UUID.test(value) ? value : null);

/** A day as YYYY-MM-DD, or null. */
export const dayOf = (value: unknown): string | null =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

/** A SHA-256 in hex, or null. */
export const sha256Of = (value: unknown): string | null =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? value : null;
