// What the drivers make of columns that the two databases store differently.

/** JSON comes as text; null is none. */
export const jsonOf = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/** SQLite keeps ISO 8601 with an offset, PostgreSQL gives "2022-01-21 10:00:00.123", which is UTC. */
export function dateOf(value: unknown): Date {
  const text = String(value);
  return new Date(text.includes("T") ? text : `${text.replace(" ", "T")}Z`);
}

export const dateOrNull = (value: unknown): Date | null => (value === null ? null : dateOf(value));

/** A moment as ISO 8601 in UTC with milliseconds, without the detour over a Date where it is written nearly so. */
export function isoOf(value: unknown): string {
  const text = String(value);
  if (text.length === 29 && text.endsWith("+00:00")) return `${text.slice(0, 23)}Z`;
  // PostgreSQL leaves the zeros at the end of a fraction away.
  if (text.length >= 19 && text.length <= 23 && text[10] === " ") {
    return `${text.slice(0, 10)}T${text.slice(11, 19)}${(text.slice(19) || ".").padEnd(4, "0")}Z`;
  }
  return dateOf(text).toISOString();
}
