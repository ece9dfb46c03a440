/** The pace is that of so many days back. */
export const PACE_DAYS = 14;

const DAY = 24 * 60 * 60 * 1000;

export interface Pace {
  /** Readings finished a day. */
  perDay: number;
  /** ISO date on which the rest is finished at this pace; null: nothing is left, or nothing was finished lately. */
  expectedOn: string | null;
}

/**
 * How fast readings are finished, and when the rest will be. Somebody who began three days ago is measured by those three days.
 * @param finished moments of finished readings, milliseconds since 1970
 */
export function expectedFinish(finished: readonly number[], remaining: number, now: number): Pace {
  const recent = finished.filter((moment) => moment > now - PACE_DAYS * DAY && moment <= now);
  if (recent.length === 0) return { perDay: 0, expectedOn: null };
  const days = Math.max(1, Math.ceil((now - Math.min(...recent)) / DAY));
  const perDay = recent.length / days;
  const end = now + Math.ceil(remaining / perDay) * DAY;
  // Beyond a thousand years nothing is expected.
  const expectedOn = remaining === 0 || remaining / perDay > 365_000 ? null : new Date(end).toISOString().slice(0, 10);
  return { perDay, expectedOn };
}
