import { axisX, dot, line, link, plot, ruleX, ruleY } from "@observablehq/plot";
import type { Figure } from "@/domain/agreement/figure";
import type { ReliabilityTarget } from "@/domain/agreement/interpret-coefficient";

/** Colours are the page's own, so that a plot follows light, dark and more contrast without being drawn anew. */
const INK = "var(--text)";
const MUTED = "var(--border-strong)";
const HAIRLINE = "var(--border)";
const ACCENT = "var(--accent)";

/**
 * A coefficient and its interval on a line from 0 to 1; what lies below 0 is drawn at its left end. `target`: null for a
 * figure that has none.
 */
export function drawInterval(figure: Figure, target: ReliabilityTarget | null, width: number): Element {
  const within = (value: number) => Math.max(0, Math.min(1, value));
  const value = figure.value === null ? [] : [{ value: within(figure.value) }];
  const interval = figure.interval ? [{ low: within(figure.interval.low), high: within(figure.interval.high) }] : [];
  return plot({
    width,
    height: 28,
    ...{ marginLeft: 6, marginRight: 6, marginTop: 4, marginBottom: 4 },
    x: { domain: [0, 1], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: [
      link([0], { x1: 0, x2: 1, y1: 0.5, y2: 0.5, stroke: HAIRLINE }),
      ruleX(linesOf(target), { stroke: MUTED, strokeDasharray: "2 2" }),
      link(interval, { x1: "low", x2: "high", y1: 0.5, y2: 0.5, stroke: ACCENT, strokeWidth: 5, strokeOpacity: 0.35 }),
      dot(value, {
        ...{ x: "value", y: 0.5, r: 4.5, stroke: ACCENT, strokeWidth: 1.75 },
        // Without an interval nobody knows how far it may be off: an open ring.
        fill: figure.interval ? ACCENT : "var(--surface)",
      }),
    ],
  });
}

export interface TrendPoint {
  /** YYYY-MM, drawn at its first day (UTC). */
  month: string;
  figure: Figure;
}

/** One coefficient month by month with its intervals. A click on a month's value opens it; for keys there is the table. */
export function drawTrend(
  points: readonly TrendPoint[],
  target: ReliabilityTarget | null,
  { width, onOpen }: { width: number; onOpen: (month: string) => void },
): Element {
  const dayOf = (month: string) => new Date(`${month}-01T00:00:00Z`);
  const drawn = points.flatMap(({ month, figure }) =>
    figure.value === null ? [] : [{ month, day: dayOf(month), value: figure.value }],
  );
  const intervals = points.flatMap(({ month, figure }) =>
    figure.interval ? [{ day: dayOf(month), ...figure.interval }] : [],
  );
  const lowest = Math.min(0, ...drawn.map(({ value }) => value), ...intervals.map(({ low }) => low));
  const drawing = plot({
    width,
    height: 150,
    ...{ marginLeft: 32, marginRight: 32, marginTop: 10, marginBottom: 26 },
    style: { fontFamily: "inherit", fontSize: "11px", color: "var(--text-muted)", background: "none" },
    x: { type: "utc", label: null },
    y: { domain: [lowest, 1], ticks: 5, label: null },
    marks: [
      ruleY([0], { stroke: HAIRLINE }),
      ruleY(linesOf(target), { stroke: MUTED, strokeDasharray: "2 2" }),
      axisX({ ticks: drawn.length > 1 ? Math.min(6, drawn.length) : drawn.map(({ day }) => day), tickFormat: "%b %Y" }),
      ruleX(intervals, { x: "day", y1: "low", y2: "high", stroke: ACCENT, strokeWidth: 4, strokeOpacity: 0.35 }),
      line(drawn, { x: "day", y: "value", stroke: INK, strokeWidth: 1.25 }),
      dot(drawn, { x: "day", y: "value", r: 3.5, fill: "var(--surface)", stroke: ACCENT, strokeWidth: 1.75 }),
      // What is easy to hit is larger than what is seen.
      dot(drawn, { x: "day", y: "value", r: 12, fill: "transparent", className: "opens" }),
    ],
  });
  for (const [at, circle] of drawing.querySelectorAll<SVGElement>("g.opens circle").entries()) {
    circle.style.cursor = "pointer";
    circle.addEventListener("click", () => onOpen(drawn[at]?.month ?? ""));
  }
  return drawing;
}

const linesOf = (target: ReliabilityTarget | null): number[] => (target ? [target.tentative, target.reliable] : []);
