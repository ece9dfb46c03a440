/**
 * Positive specific agreement 2a / (2a + b + c): of a label, or of statements found, where a were chosen by both
 * annotators, b and c by one alone. It equals F1 of either against the other and needs no true negatives. Null when
 * nobody chose it. Source: Hripcsak and Rothschild 2005.
 */
export function specificAgreement(a: number, b: number, c: number): number | null {
  return a + b + c === 0 ? null : (2 * a) / (2 * a + b + c);
}
