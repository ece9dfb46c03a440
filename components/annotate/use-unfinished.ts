"use client";

import { useEffect, useMemo, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import type { ShownStatement } from "./annotation";

/** As many can be checked while the screen is drawn. */
const AT_ONCE = 200;
/** Long enough to get on, short enough that a key pressed meanwhile waits for nothing. */
const TURN_MS = 5;
const AT_MOST_MS = 1000;

/**
 * The statements with open questions, in reading order. Those of a long article are checked in the pauses of the
 * browser's work: until then the answer is the one of before, null at first.
 */
export function useUnfinished(statements: readonly ShownStatement[]): readonly ShownStatement[] | null {
  const few = statements.length <= AT_ONCE;
  const atOnce = useMemo(() => (few ? statements.filter(isUnfinished) : null), [few, statements]);
  const [counted, setCounted] = useState<readonly ShownStatement[] | null>(null);

  useEffect(() => {
    if (few) return;
    const found: ShownStatement[] = [];
    let next = 0;
    let cancel = whenIdle(check, AT_MOST_MS);
    function check(): void {
      const until = performance.now() + TURN_MS;
      while (next < statements.length && performance.now() < until) {
        for (const statement of statements.slice(next, next + 16)) if (isUnfinished(statement)) found.push(statement);
        next += 16;
      }
      if (next < statements.length) cancel = whenIdle(check, AT_MOST_MS);
      else setCounted(found);
    }
    return () => cancel();
  }, [few, statements]);

  return atOnce ?? counted;
}

function isUnfinished(statement: ShownStatement): boolean {
  return statement.problems.length > 0;
}
