import type { Coefficient } from "./coefficient";

/** A coefficient with the agreement seen and the agreement expected by chance, where it is made of them. */
export interface Measured extends Coefficient {
  observed: number | null;
  expected: number | null;
}

interface Parts {
  value: number;
  observed: number | null;
  expected: number | null;
}

/** `parts` null: without variation, or without pairable units. `annotators` 0: not known. */
export function toMeasured(parts: Parts | null, units: number, annotators: number): Measured {
  if (parts !== null)
    return { value: parts.value, status: "ok", units, observed: parts.observed, expected: parts.expected };
  const status = units > 0 ? "no_variation" : annotators === 1 ? "single_annotator" : "no_pairable_units";
  return { value: null, status, units, observed: null, expected: null };
}
