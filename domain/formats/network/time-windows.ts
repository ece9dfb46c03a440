import type { NetworkEvent } from "./network-events";
import type { NetworkOptions } from "./network-options";

export interface TimeWindow {
  /** ISO days, the last one inclusive; null: all of time. */
  days: { from: string; to: string } | null;
  events: readonly NetworkEvent[];
}

/**
 * The windows of a dataset's days of publication: each as long as asked, the next begins one unit later, the last ends with
 * or after the last day. What has no day is in none of them.
 */
export function timeWindows(
  events: readonly NetworkEvent[],
  range: { first: string; last: string } | null,
  { timeWindow, windowSize }: NetworkOptions,
): TimeWindow[] {
  if (timeWindow === "no") return [{ days: null, events }];
  if (range === null) return [];
  const windows: TimeWindow[] = [];
  for (let step = 0; ; step += 1) {
    const from = moved(range.first, timeWindow, step);
    const to = moved(moved(range.first, timeWindow, step + windowSize), "days", -1);
    windows.push({ days: { from, to }, events: events.filter(({ day }) => day !== null && from <= day && day <= to) });
    if (to >= range.last) return windows;
  }
}

/** The first and the last day of any events. */
export function rangeOf(all: Iterable<readonly NetworkEvent[]>): { first: string; last: string } | null {
  let [first, last] = ["", ""];
  for (const events of all) {
    for (const { day } of events) {
      if (day === null) continue;
      if (first === "" || day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first === "" ? null : { first, last };
}

function moved(day: string, unit: Exclude<NetworkOptions["timeWindow"], "no">, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "days") date.setUTCDate(date.getUTCDate() + by);
  else if (unit === "weeks") date.setUTCDate(date.getUTCDate() + 7 * by);
  else {
    const months = date.getUTCMonth() + (unit === "months" ? by : 12 * by);
    const year = date.getUTCFullYear() + Math.floor(months / 12);
    const month = ((months % 12) + 12) % 12;
    const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    date.setUTCFullYear(year, month, Math.min(date.getUTCDate(), lastDay));
  }
  return date.toISOString().slice(0, 10);
}
