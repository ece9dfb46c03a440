import { spansInRole } from "@/domain/text/spans";
import { stackLanes } from "./stack-lanes";
import type { MarkedStatement } from "./statement-marks";

type Lanes = {
  /** The lane of a statement by its place in the list; null: it lies over no other. */
  of: (index: number) => number | null;
};

const known = new WeakMap<readonly MarkedStatement[], Lanes>();

/**
 * The lanes of statements given in reading order, found for each when first asked for: they depend on those around it
 * that lie over one another, and on no others.
 */
export function lanesOf(statements: readonly MarkedStatement[]): Lanes {
  const lanes = known.get(statements) ?? findLanes(statements);
  known.set(statements, lanes);
  return lanes;
}

function findLanes(statements: readonly MarkedStatement[]): Lanes {
  const found = new Map<number, number | null>();
  let reach: Int32Array | null = null;

  function findAround(index: number): void {
    reach ??= furthestEnds(statements);
    let first = index;
    while (first > 0 && (reach[first - 1] as number) > startOf(statements[first] as MarkedStatement)) first--;
    let end = index + 1;
    while (end < statements.length && (reach[end - 1] as number) > startOf(statements[end] as MarkedStatement)) end++;
    const group = statements.slice(first, end).map(({ content }) => spansInRole(content.spans, "content"));
    const lanes = stackLanes(new Map(group.entries()));
    group.forEach((_, place) => {
      found.set(first + place, lanes.get(place) ?? null);
    });
  }

  return {
    of(index) {
      if (!found.has(index)) findAround(index);
      return found.get(index) ?? null;
    },
  };
}

/** For each statement where the content of it and of all before it ends. */
function furthestEnds(statements: readonly MarkedStatement[]): Int32Array {
  const ends = new Int32Array(statements.length);
  let furthest = 0;
  statements.forEach((statement, index) => {
    for (const { role, end } of statement.content.spans) if (role === "content") furthest = Math.max(furthest, end);
    ends[index] = furthest;
  });
  return ends;
}

/** Where its content begins; a statement without any stands where its first words do. */
function startOf({ content: { spans } }: MarkedStatement): number {
  let start = Number.POSITIVE_INFINITY;
  let any = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    any = Math.min(any, span.start);
    if (span.role === "content") start = Math.min(start, span.start);
  }
  return start === Number.POSITIVE_INFINITY ? any : start;
}
