import type { Scrolled } from "./measure";
import type { Save } from "./save";
import type { ScriptSize } from "./script";

export type Kind = "sayso" | "codemirror" | "paragraphs";
export type PageFigures = {
  paints: number[];
  heap: number;
  before: Scrolled;
  keys: { times: number[]; longTasks: number[] };
  after: Scrolled;
};
export type CaseFigures = { name: string; pages: Record<Kind, PageFigures> };
export type Figures = { cases: CaseFigures[]; emptyHeap: number; save: Save; script: ScriptSize };

export function printHead(): void {
  console.log(row("", ["paint ms", "key ms", "key p95", "fps", "fps after", "heap MB", "tasks over 50 ms"]));
}

export function printPage(name: string, page: PageFigures): void {
  const tasks = [...page.before.longTasks, ...page.keys.longTasks, ...page.after.longTasks].sort((a, b) => b - a);
  const cells = [
    median(page.paints).toFixed(0),
    median(page.keys.times).toFixed(1),
    quantile(page.keys.times, 0.95).toFixed(1),
    page.before.fps.toFixed(1),
    page.after.fps.toFixed(1),
    page.heap.toFixed(1),
    tasks.length === 0 ? "none" : `${tasks.length}, ${tasks[0]} ms`,
  ];
  console.log(row(name, cells));
}

/** Prints each target with what came out. Whether all were reached. */
export function printTargets(figures: Figures): boolean {
  console.log(
    `\nheap: JavaScript objects in use after a garbage collection; of an empty page ${figures.emptyHeap.toFixed(1)} MB`,
  );
  const targets = listTargets(figures);
  console.log("");
  for (const { name, value, limit, reached } of targets)
    console.log(`${reached ? "reached" : "MISSED "}  ${name.padEnd(66)} ${value.padStart(10)}  ${limit}`);
  const missed = targets.filter((target) => !target.reached).length;
  console.log(`\n${targets.length - missed} of ${targets.length} targets reached`);
  return missed === 0;
}

type Target = { name: string; value: string; limit: string; reached: boolean };

/** Of the sizes that were measured. */
function listTargets({ cases, save, script }: Figures): Target[] {
  const targets: Target[] = [];
  const atMost = (name: string, value: number, limit: number, unit = "") =>
    targets.push({ name, value: `${round(value)}${unit}`, limit: `≤ ${limit}${unit}`, reached: value <= limit });
  const pagesOf = (size: string) => cases.find((one) => one.name === size)?.pages;
  const paint = ({ paints }: PageFigures) => median(paints);
  const p95 = ({ keys }: PageFigures) => quantile(keys.times, 0.95);

  const [small, middle, overlaps, large, largest] = ["2.5k", "50k", "50k overlaps", "500k", "1M"].map(pagesOf);
  if (large) {
    // Of a short article a page that can do nothing else is up in ten milliseconds, which nobody could tell from fifty.
    atMost("500k: painted, times bare CodeMirror", paint(large.sayso) / paint(large.codemirror), 3);
    atMost("500k: painted, times the bare page", paint(large.sayso) / paint(large.paragraphs), 1);
  }
  if (largest && middle) atMost("1M: painted, times 50k", paint(largest.sayso) / paint(middle.sayso), 3);
  for (const { name, pages } of cases)
    atMost(`${name}: key to painted p95, times bare CodeMirror`, p95(pages.sayso) / p95(pages.codemirror), 1.5);
  if (small && large) atMost("500k: key to painted p95, times 2.5k", p95(large.sayso) / p95(small.sayso), 1.3);
  for (const { name, pages } of cases) {
    const { before, after, keys } = pages.sayso;
    const fps = Math.min(before.fps, after.fps);
    targets.push({ name: `${name}: frames a second`, value: round(fps), limit: "≥ 58", reached: fps >= 58 });
    atMost(`${name}: longest task while scrolling`, Math.max(0, ...before.longTasks, ...after.longTasks), 50, " ms");
    atMost(`${name}: longest task while coding`, Math.max(0, ...keys.longTasks), 50, " ms");
  }
  if (large) atMost("500k: heap", large.sayso.heap, 25, " MB");
  if (overlaps && middle) {
    atMost("50k overlaps: painted, times flat", paint(overlaps.sayso) / paint(middle.sayso), 1.2);
    atMost("50k overlaps: key to painted p95, times flat", p95(overlaps.sayso) / p95(middle.sayso), 1.2);
  }
  atMost("a save's request", save.request, 2000, " B");
  atMost("a save's reply", save.reply, 2000, " B");
  targets.push({
    name: "painted before the server answers",
    value: save.paintsFirst ? "yes" : "no",
    limit: "yes",
    reached: save.paintsFirst,
  });
  atMost("script of the annotate route above an empty page", (script.annotate - script.empty) / 1000, 180, " kB");
  return targets;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By linear interpolation between the two values around it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function round(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(10)).join("");
}
