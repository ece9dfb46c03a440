import type { Statement } from "@/domain/statement/statement";
import { pairSpans } from "./align";
import type { Coefficient } from "./coefficient";
import { comparableContent } from "./comparable-content";

export interface UnitF1 {
  /** Statements that both marked, with an IoU of content of at least 0.5, one to one. */
  matched: number;
  countA: number;
  countB: number;
  /** 2 · matched / (countA + countB). Undefined when neither marked anything; 0 when only one did. */
  unitF1: Coefficient;
}

type Marked = Pick<Statement, "spans">;

/** How far two readings of a document found the same statements, whatever they coded about them. */
export function unitF1(a: readonly Marked[], b: readonly Marked[]): UnitF1 {
  const matched = pairSpans(a.map(comparableContent), b.map(comparableContent)).length;
  const units = a.length + b.length - matched;
  return {
    matched,
    countA: a.length,
    countB: b.length,
    unitF1:
      units === 0
        ? { value: null, status: "no_pairable_units", units }
        : { value: (2 * matched) / (a.length + b.length), status: "ok", units },
  };
}
