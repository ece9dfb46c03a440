/** ψ(x), the derivative of ln Γ, for x > 0, to some 14 digits. Source: Abramowitz and Stegun 6.3.5 and 6.3.18. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  for (; shifted < 10; shifted++) sum -= 1 / shifted;
  const r = 1 / (shifted * shifted);
  const series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - (r * 691) / 32760)))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}
