import { type Measured, toMeasured } from "./measured";

/** Units by the label of the first (rows) and of the second annotator, both of whom rated them. */
export type ConfusionTable = readonly (readonly number[])[];

/** Agreement weights: 1 for equal labels; linear and quadratic ones fall with the distance of declared levels. */
export type KappaWeights = "unweighted" | "linear" | "quadratic" | ConfusionTable;

export interface Kappa extends Measured {
  /** Large-sample standard error (Fleiss, Cohen and Everitt 1969); null where kappa is undefined. */
  error: number | null;
  /** The greatest kappa these marginals allow, unweighted; null where kappa is undefined. */
  greatest: number | null;
}

/**
 * Cohen's kappa, (p_o - p_e) / (1 - p_e). The table has all declared levels, also unused ones, else weights would change
 * with what happens to be used. Null when p_e is 1; exactly 0 when one annotator used a single label. Source: Cohen 1960,
 * 1968. Throws RangeError for a table that is not square.
 */
export function cohenKappa(table: ConfusionTable, weights: KappaWeights = "unweighted"): Kappa {
  const size = table.length;
  if (table.some((row) => row.length !== size)) throw new RangeError(`a table of ${size} rows needs ${size} columns`);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, c) => table.reduce((sum, row) => sum + (row[c] as number), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  const weight = table.map((_, r) => table.map((__, c) => weightOf(weights, r, c, size)));
  let seen = 0;
  let chance = 0;
  let possible = 0;
  for (let r = 0; r < size; r++) {
    possible += Math.min(rows[r] as number, columns[r] as number);
    for (let c = 0; c < size; c++) {
      const w = weight[r]?.[c] as number;
      seen += w * (table[r]?.[c] as number);
      chance += w * (rows[r] as number) * (columns[c] as number);
    }
  }
  // In counts rather than shares: with whole weights, no agreement beyond chance is exactly 0.
  const room = n * n - chance;
  if (n === 0 || room <= 0) return { ...toMeasured(null, n, 0), error: null, greatest: null };
  const parts = { value: (n * seen - chance) / room, observed: seen / n, expected: chance / (n * n) };
  const expected = parts.expected;
  return {
    ...toMeasured(parts, n, 0),
    error: standardError(table, weight, { rows, columns, n, observed: parts.observed, expected }),
    greatest: (possible / n - expected) / (1 - expected),
  };
}

/** Two annotators' labels (levels 0 to `size` - 1, null for missing) as a table; units that either left out are dropped. */
export function confusionTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  size: number,
): number[][] {
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [unit, one] of first.entries()) {
    const other = second[unit] ?? null;
    if (one === null || other === null) continue;
    const row = table[one];
    if (row?.[other] === undefined) throw new RangeError(`unit ${unit} has labels ${one} and ${other} of ${size}`);
    row[other]++;
  }
  return table;
}

function weightOf(weights: KappaWeights, r: number, c: number, size: number): number {
  if (typeof weights !== "string") return weights[r]?.[c] as number;
  if (weights === "unweighted" || r === c) return r === c ? 1 : 0;
  const apart = Math.abs(r - c) / (size - 1);
  return 1 - (weights === "linear" ? apart : apart * apart);
}

interface Moments {
  rows: number[];
  columns: number[];
  n: number;
  observed: number;
  expected: number;
}

function standardError(table: ConfusionTable, weight: number[][], { rows, columns, n, observed, expected }: Moments) {
  const size = table.length;
  const rowMeans = weight.map((row) => row.reduce((sum, w, c) => sum + (w * (columns[c] as number)) / n, 0));
  const columnMeans = weight.map((_, c) =>
    weight.reduce((sum, row, r) => sum + ((row[c] as number) * (rows[r] as number)) / n, 0),
  );
  let sum = 0;
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const mean = (rowMeans[r] as number) + (columnMeans[c] as number);
      const term = (weight[r]?.[c] as number) * (1 - expected) - mean * (1 - observed);
      sum += ((table[r]?.[c] as number) / n) * term ** 2;
    }
  }
  const variance = (sum - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4);
  return Math.sqrt(Math.max(0, variance));
}
