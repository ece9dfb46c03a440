const DAY = 24 * 60 * 60 * 1000;

/** The moments between two ISO days by UTC, both inclusive: from the first on, and before the second; null: no bound. */
export function dayBounds({ from, to }: { from?: string | undefined; to?: string | undefined }): {
  from: Date | null;
  before: Date | null;
} {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return { from: from ? new Date(midnight(from)) : null, before: to ? new Date(midnight(to) + DAY) : null };
}
