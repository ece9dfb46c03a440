import { createHash } from "node:crypto";
import type { ImportCounts, ReportedGroup } from "@/domain/contract/annotated-import";
import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";

/** Lines of one kind that are kept; the rest is counted. */
const KEPT_EACH = 100;
const ORDER: readonly ReportLine["effect"][] = ["stops", "lost", "changed", "new", "maps"];

/** Gathers what an import does, in constant memory: lines of a kind are counted and the first of them kept. */
export class Reporter {
  readonly #groups = new Map<
    string,
    { effect: ReportLine["effect"]; code: string; count: number; lines: ReportLine[] }
  >();
  readonly #counts = new Map<string, number>();
  readonly #hash = createHash("sha256");

  add(line: ReportLine): void {
    const key = `${line.effect} ${line.code}`;
    const group = this.#groups.get(key) ?? { effect: line.effect, code: line.code, count: 0, lines: [] };
    this.#groups.set(key, group);
    group.count += 1;
    const { effect, code, file, line: number, at, message } = line;
    if (group.lines.length < KEPT_EACH) group.lines.push({ effect, code, file, line: number, at, message });
    this.#hash.update(JSON.stringify([effect, code, file, number, at, message]));
  }

  /** Says one thing about a place. */
  say(effect: ReportLine["effect"], code: string, { file, line, at }: Place, message: string): void {
    this.add({ effect, code, file, line, at, message });
  }

  count(what: string, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  counted(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  get isStopped(): boolean {
    return [...this.#groups.values()].some(({ effect }) => effect === "stops");
  }

  /** To be called once, when nothing is added any more. */
  finish(): { counts: ImportCounts; groups: ReportedGroup[]; digest: string } {
    const counts = Object.fromEntries([...this.#counts].filter(([, number]) => number > 0));
    const groups = [...this.#groups.values()].sort((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
    return { counts, groups, digest: this.#hash.update(JSON.stringify(counts)).digest("hex") };
  }
}
