import { axisX, axisY, barX, plot, rectY, ruleY } from "@observablehq/plot";
import type { PersonProgress, ProgressView } from "@/domain/contract/progress";
import { AXIS_HEIGHT, DAYS_HEIGHT, PERSON_HEIGHT } from "./plot-heights";

/** Colours are the page's own, so that a plot follows light, dark and more contrast without being drawn anew. */
const ACCENT = "var(--accent)";
const LINE = "var(--border-strong)";
const STYLE = { fontFamily: "inherit", fontSize: "11px", color: "var(--text-muted)", background: "none" };

/** Readings are whole: nothing stands between one and two. */
const sayWhole = (value: number) => (Number.isInteger(value) ? String(value) : "");

/** Readings finished day by day. */
export function drawDays(days: ProgressView["days"], width: number): Element {
  const drawn = days.map(({ day, finished }) => ({ day: new Date(`${day}T00:00:00Z`), finished }));
  const most = Math.max(...drawn.map(({ finished }) => finished), 1);
  return plot({
    width,
    height: DAYS_HEIGHT,
    ...{ marginLeft: 32, marginRight: 8, marginTop: 10, marginBottom: AXIS_HEIGHT },
    style: STYLE,
    x: { type: "utc", label: null },
    y: { domain: [0, most], label: null },
    marks: [
      axisX({ ticks: width < 500 ? 3 : 6, tickFormat: "%-d %b", tickSize: 0 }),
      axisY({ ticks: Math.min(most, 4), tickFormat: sayWhole }),
      rectY(drawn, { x: "day", y: "finished", interval: "day", fill: ACCENT, insetLeft: 1, insetRight: 1 }),
      ruleY([0], { stroke: LINE }),
    ],
  });
}

const FULLNESS = { finished: 1, inProgress: 0.35, notStarted: 0 } as const;

/** Each person's readings as one bar: finished is full, in progress half, not started empty. */
export function drawPeople(people: readonly PersonProgress[], width: number): Element {
  const states = Object.keys(FULLNESS) as (keyof typeof FULLNESS)[];
  const parts = people.flatMap((person) =>
    states.map((state) => ({ name: person.name, count: person[state], fullness: FULLNESS[state] })),
  );
  const margin = Math.min(160, width / 3);
  return plot({
    width,
    height: people.length * PERSON_HEIGHT + AXIS_HEIGHT,
    ...{ marginLeft: margin, marginRight: 12, marginTop: 0, marginBottom: AXIS_HEIGHT },
    style: STYLE,
    x: { label: null },
    y: { domain: people.map(({ name }) => name), label: null, padding: 0.35 },
    marks: [
      axisX({ ticks: 4, tickFormat: sayWhole }),
      // Widths are in ems of 11 pixels; a longer name stands whole in the table.
      axisY({ tickSize: 0, fill: "var(--text)", textOverflow: "ellipsis", lineWidth: margin / 11 - 1 }),
      barX(parts, { x: "count", y: "name", fill: ACCENT, fillOpacity: "fullness", stroke: ACCENT }),
    ],
  });
}
