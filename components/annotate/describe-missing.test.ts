import { expect, it } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { describeMissing } from "./describe-missing";

const problems = (...paths: string[]) =>
  paths.map((path) => ({ severity: "incomplete" as const, code: "missing", path, message: "" }));

it.each([
  { paths: [], names: [] },
  { paths: ["speakerId", "fields.sourcing"], names: ["Speaker", "Sourcing"] },
  { paths: ["stances.0.value", "stances.0.basis", "stances.1.value"], names: ["Stance"] },
  { paths: ["spans.1", "chain", "sameClaimAsId"], names: ["Words", "Chain", "Same claim"] },
  { paths: ["fields.gone"], names: ["gone"] },
])("names $paths as $names", ({ paths, names }) => {
  expect(describeMissing(problems(...paths), codebook)).toEqual(names);
});
