/** Ratings by unit, labels as indices: unit u's are `labels[starts[u]]` up to, without, `labels[starts[u + 1]]`. */
export interface Ratings {
  units: number;
  /** units + 1 numbers. */
  starts: Int32Array;
  labels: Int32Array;
  /** Labels are 0 to `size` - 1. */
  size: number;
  /** Annotators who gave any; 0: not known. */
  annotators: number;
}

/**
 * Ratings in any order, brought together by unit; a counting sort, O(ratings + units). `unitOf` and `labels` are equally
 * long. Throws RangeError for a unit or label that is not there.
 */
export function groupRatings(unitOf: Int32Array, labels: Int32Array, units: number, size: number): Ratings {
  const starts = new Int32Array(units + 1);
  for (let at = 0; at < unitOf.length; at++) {
    const unit = unitOf[at] as number;
    const label = labels[at] as number;
    if (unit < 0 || unit >= units) throw new RangeError(`rating ${at} is of unit ${unit}, there are ${units}`);
    if (label < 0 || label >= size) throw new RangeError(`rating ${at} is label ${label}, there are ${size}`);
    starts[unit + 1] = (starts[unit + 1] as number) + 1;
  }
  for (let unit = 0; unit < units; unit++) starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  const next = starts.slice(0, units);
  const grouped = new Int32Array(labels.length);
  for (let at = 0; at < unitOf.length; at++) {
    const unit = unitOf[at] as number;
    const place = next[unit] as number;
    grouped[place] = labels[at] as number;
    next[unit] = place + 1;
  }
  return { units, starts, labels: grouped, size, annotators: 0 };
}

/** A table of units × annotators, null for missing. `order`: the labels by index; every label of the table is in it. */
export function ratingsOf<Label>(
  rows: readonly (readonly (Label | null)[])[],
  order: readonly Label[] = [...new Set(rows.flat())].filter((label) => label !== null),
): Ratings {
  const indices = new Map(order.map((label, index) => [label, index]));
  const starts = new Int32Array(rows.length + 1);
  const labels: number[] = [];
  const given = new Set<number>();
  for (const [unit, row] of rows.entries()) {
    for (const [annotator, label] of row.entries()) {
      if (label === null) continue;
      const index = indices.get(label);
      if (index === undefined) throw new RangeError(`label ${label} is not among the ${order.length} given`);
      labels.push(index);
      given.add(annotator);
    }
    starts[unit + 1] = labels.length;
  }
  return { units: rows.length, starts, labels: Int32Array.from(labels), size: order.length, annotators: given.size };
}
