import type { ConfusionTable } from "./cohen-kappa";
import { type Measured, toMeasured } from "./measured";

/** Scott's pi of two annotators: kappa with one distribution for both, p_e = Σ ((r_c + c_c) / 2)². Source: Scott 1955. */
export function scottPi(table: ConfusionTable): Measured {
  let n = 0;
  let agreed = 0;
  const both = new Float64Array(table.length);
  for (const [r, row] of table.entries()) {
    for (const [c, count] of row.entries()) {
      n += count;
      if (r === c) agreed += count;
      both[r] = (both[r] as number) + count;
      both[c] = (both[c] as number) + count;
    }
  }
  let chance = 0;
  for (const count of both) chance += count * count;
  const all = 4 * n * n;
  if (n === 0 || chance === all) return toMeasured(null, n, 0);
  const parts = { value: (4 * n * agreed - chance) / (all - chance), observed: agreed / n, expected: chance / all };
  return toMeasured(parts, n, 0);
}
