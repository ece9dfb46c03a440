/** Quantiles found before, by probability and degrees of freedom: the figures of one project ask for the same few. */
const found = new Map<string, number>();
const MOST_FOUND = 256;

/** The t for which a share `probability` of Student's distribution lies below it; 0.5 < probability < 1, df >= 1. */
export function studentQuantile(probability: number, df: number): number {
  const key = `${probability} ${df}`;
  const quantile = found.get(key) ?? findQuantile(probability, df);
  if (found.size >= MOST_FOUND) found.clear();
  found.set(key, quantile);
  return quantile;
}

function findQuantile(probability: number, df: number): number {
  let low = 0;
  let high = 1;
  while (studentDistribution(high, df) < probability) high *= 2;
  // Halving a double's interval ends at neighbouring numbers after some sixty steps.
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentDistribution(middle, df) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function studentDistribution(t: number, df: number): number {
  return 1 - incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
}

/** I_x(a, b) by Lentz's continued fraction. Source: Abramowitz and Stegun 26.5.8. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, to some 15 digits. Source: Lanczos 1964, g = 7. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = 0.99999999999980993;
  for (const [index, coefficient] of LANCZOS.entries()) sum += coefficient / (x + index);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
