import { expect, it } from "vitest";
import { noSteps, recordStep } from "./review-steps";

const after = (...made: string[]) =>
  made
    .map((one) => {
      const [operationId = "", verb, of = ""] = one.split(" ");
      const kind = { undoes: "reverts" as const, redoes: "repeats" as const }[verb ?? ""];
      return { operationId, relation: kind ? { kind, operationId: of } : null };
    })
    .reduce(recordStep, noSteps);

it.each([
  { made: [], done: [], undone: [] },
  { made: ["a", "b"], done: ["a", "b"], undone: [] },
  { made: ["a", "b", "c undoes b"], done: ["a"], undone: ["b"] },
  { made: ["a", "b", "c undoes b", "d undoes a"], done: [], undone: ["b", "a"] },
  { made: ["a", "b", "c undoes b", "d undoes a", "e redoes a"], done: ["a"], undone: ["b"] },
  { made: ["a", "b undoes a", "c"], done: ["c"], undone: [] },
  { made: ["a", "b undoes a", "c redoes a", "d undoes a"], done: [], undone: ["a"] },
  { made: ["a", "b", "c undoes a"], done: ["b"], undone: ["a"] },
])("$made", ({ made, done, undone }) => {
  expect(after(...made)).toEqual({ done, undone });
});
