import type { Range } from "@/domain/text/span";
import { coverage, intersectionLength, overlapsAny } from "@/domain/text/spans";
import { pairSpans } from "./align";

/** A passage with the label it was given. */
export interface LabelledPassage {
  ranges: readonly Range[];
  label: string | null;
}

/**
 * When two passages count as the same. A number is the least IoU of a one-to-one pair (1: exact, 0: any overlap);
 * "any_overlap" lets one passage answer for several; "character" compares the characters covered.
 */
export type MatchRule = number | "any_overlap" | "character";

/**
 * F1 of two annotators' passages, 2·TP / (|A| + |B|): symmetric, and needs no true negatives (Hripcsak and Rothschild
 * 2005). Null when neither marked anything: that is no evidence of agreement on where statements are. Not corrected for
 * chance. `labelled`: passages count as the same only with equal labels.
 */
export function spanF1(
  a: readonly LabelledPassage[],
  b: readonly LabelledPassage[],
  { rule, labelled = false }: { rule: MatchRule; labelled?: boolean },
): number | null {
  const same = (one: LabelledPassage | undefined, other: LabelledPassage | undefined) =>
    !labelled || one?.label === other?.label;
  if (rule === "character") return characterF1(a, b, labelled);
  if (rule === "any_overlap") {
    const found = (ones: readonly LabelledPassage[], others: readonly LabelledPassage[]) =>
      ones.filter((one) => others.some((other) => same(one, other) && overlapsAny(one.ranges, other.ranges))).length;
    return f1(found(a, b) + found(b, a), a.length + b.length);
  }
  const pairs = pairSpans(
    a.map((passage) => passage.ranges),
    b.map((passage) => passage.ranges),
    { threshold: rule, allowed: (one, other) => same(a[one], b[other]) },
  );
  return f1(2 * pairs.length, a.length + b.length);
}

function characterF1(a: readonly LabelledPassage[], b: readonly LabelledPassage[], labelled: boolean): number | null {
  const labels = labelled ? [...new Set([...a, ...b].map((passage) => passage.label))] : [null];
  let shared = 0;
  let total = 0;
  for (const label of labels) {
    const chosen = (passages: readonly LabelledPassage[]) =>
      passages.filter((passage) => !labelled || passage.label === label).flatMap((passage) => [...passage.ranges]);
    shared += intersectionLength(chosen(a), chosen(b));
    total += coverage(chosen(a)) + coverage(chosen(b));
  }
  return f1(2 * shared, total);
}

function f1(twiceShared: number, total: number): number | null {
  return total === 0 ? null : twiceShared / total;
}
