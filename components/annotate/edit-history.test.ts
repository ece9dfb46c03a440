import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { noHistory, recordStep, redoStep, undoStep } from "./edit-history";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });
const [a, b, c] = [content("a"), content("b"), content("c")];

test("steps are taken back in order and done again", () => {
  const first = recordStep(noHistory, { statementId: "s", before: null, after: a });
  const both = recordStep(first, { statementId: "s", before: a, after: b });
  const back = undoStep(both);
  expect(back?.step).toEqual({ statementId: "s", before: b, after: a });
  expect(back && undoStep(back.history)?.step).toEqual({ statementId: "s", before: a, after: null });
  expect(back && redoStep(back.history)?.step).toEqual({ statementId: "s", before: a, after: b });
});

test("a new step forgets what was taken back", () => {
  const back = undoStep(recordStep(noHistory, { statementId: "s", before: a, after: b }));
  expect(back && redoStep(recordStep(back.history, { statementId: "s", before: a, after: c }))).toBeNull();
});

test("letters typed into one text are one step, into two texts two", () => {
  const one = recordStep(noHistory, { statementId: "s", before: a, after: b, typing: "note" });
  const two = recordStep(one, { statementId: "s", before: b, after: c, typing: "note" });
  expect(undoStep(two)?.step).toEqual({ statementId: "s", before: c, after: a });
  expect(recordStep(two, { statementId: "s", before: c, after: b, typing: "other" }).done).toHaveLength(2);
});

test("there is nothing to take back at first", () => {
  expect(undoStep(noHistory)).toBeNull();
  expect(redoStep(noHistory)).toBeNull();
});
