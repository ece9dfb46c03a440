import type { Codebook } from "@/domain/codebook/codebook";

/** What follows from a codebook alone, found out once for each: rules ask it of every statement. */
export function ofCodebook<Value>(read: (codebook: Codebook) => Value): (codebook: Codebook) => Value {
  const known = new WeakMap<Codebook, { value: Value }>();
  return (codebook) => {
    const { value } = known.get(codebook) ?? { value: read(codebook) };
    known.set(codebook, { value });
    return value;
  };
}
