/**
 * The one-to-one assignment of rows to columns with the greatest total weight. `weights` is a rectangle of finite numbers
 * >= 0; a pair of weight 0 counts as no pair. Returns each row's column, or null.
 *
 * Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987),
 * O(rows² · columns). Deterministic for a given order of rows and columns.
 */
export function assign(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows > columns) {
    const byRow: (number | null)[] = new Array(rows).fill(null);
    const transposed = Array.from({ length: columns }, (_, c) => weights.map((row) => row[c] as number));
    for (const [column, row] of assign(transposed).entries()) if (row !== null) byRow[row] = column;
    return byRow;
  }

  // Index 0 is a virtual start in every array: real rows and columns count from 1.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const { end, previous } = shortestPath({ weights, columns, rowOf, rowPotential, columnPotential });
    for (let column = end; column !== 0; ) {
      const before = previous[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }

  const byRow: (number | null)[] = new Array(rows).fill(null);
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] as number) - 1;
    if (row >= 0 && (weights[row]?.[column - 1] as number) > 0) byRow[row] = column - 1;
  }
  return byRow;
}

interface Search {
  weights: readonly (readonly number[])[];
  columns: number;
  rowOf: Int32Array;
  rowPotential: Float64Array;
  columnPotential: Float64Array;
}

/** From the row parked at column 0 to the nearest free column, in reduced costs (cost = -weight). */
function shortestPath({ weights, columns, rowOf, rowPotential, columnPotential }: Search) {
  const distance = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(columns + 1);
  const done = new Uint8Array(columns + 1);
  let column = 0;
  while (rowOf[column] !== 0) {
    done[column] = 1;
    const row = rowOf[column] as number;
    let nearest = 0;
    let step = Number.POSITIVE_INFINITY;
    for (let next = 1; next <= columns; next++) {
      if (done[next]) continue;
      const cost =
        -(weights[row - 1]?.[next - 1] as number) - (rowPotential[row] as number) - (columnPotential[next] as number);
      if (cost < (distance[next] as number)) {
        distance[next] = cost;
        previous[next] = column;
      }
      if ((distance[next] as number) < step) {
        step = distance[next] as number;
        nearest = next;
      }
    }
    for (let other = 0; other <= columns; other++) {
      if (done[other]) {
        const at = rowOf[other] as number;
        rowPotential[at] = (rowPotential[at] as number) + step;
        columnPotential[other] = (columnPotential[other] as number) - step;
      } else {
        distance[other] = (distance[other] as number) - step;
      }
    }
    column = nearest;
  }
  return { end: column, previous };
}
