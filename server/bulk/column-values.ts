// What the drivers make of columns that the two databases store differently.

/** SQLite keeps JSON as text, PostgreSQL's driver has parsed it. */
export const jsonOf = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/** SQLite keeps ISO 8601 with an offset, PostgreSQL gives "2022-01-21 10:00:00.123", which is UTC. */
export function dateOf(value: unknown): Date {
  const text = String(value);
  return new Date(text.includes("T") ? text : `${text.replace(" ", "T")}Z`);
}

export const dateOrNull = (value: unknown): Date | null => (value === null ? null : dateOf(value));
