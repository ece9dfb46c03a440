import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { createBoard, findFirstFrom } from "./statement-board";
import {
  addStatement,
  createQueue,
  deleteStatement,
  editStatement,
  type Queue,
  restoreStatement,
} from "./statement-queue";

const text = new DocumentText("👩‍👩‍👧 said: “naïve”. ".repeat(10));
const context = { text, codebook, registry: { speakers: [], targets: [] } };
const contentAt = (start: number, sameClaimAsId: string | null = null) => ({
  ...emptyContent(makeSpan(text, "content", { start, end: start + 3 })),
  sameClaimAsId,
});

type Edit = { id: string; start: number; sameClaimAsId: string | null; kind: "put" | "delete" };
const ids = fc.nat(8).map((id) => `s${id}`);
const edit: fc.Arbitrary<Edit> = fc.record({
  id: ids,
  start: fc.nat(100),
  sameClaimAsId: fc.option(ids),
  kind: fc.constantFrom("put", "put", "delete"),
});

function apply(queue: Queue, { id, start, sameClaimAsId, kind }: Edit): Queue {
  const exists = queue.entries.has(id);
  if (kind === "delete") return exists ? deleteStatement(queue, id) : queue;
  const content = contentAt(start, sameClaimAsId);
  return exists ? editStatement(restoreStatement(queue, id), id, content) : addStatement(queue, id, content);
}

const asData = (statements: ReturnType<ReturnType<typeof createBoard>>) =>
  statements.map(({ id, number, content, problems }) => ({ id, number, content, problems }));

test("what is told from earlier states is what is told from nothing", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const board = createBoard();
      let queue = createQueue([]);
      for (const one of edits) {
        queue = apply(queue, one);
        expect(asData(board(queue, context))).toEqual(asData(createBoard()(queue, context)));
      }
    }),
  );
});

test("what did not change is the very same object", () => {
  const board = createBoard();
  let queue = [0, 10, 20].reduce((held, start) => addStatement(held, `s${start}`, contentAt(start)), createQueue([]));
  const before = board(queue, context);
  queue = editStatement(queue, "s10", { ...contentAt(10), note: "x" });
  const after = board(queue, context);
  expect(after.map((statement, index) => statement === before[index])).toEqual([true, false, true]);
  expect(board(queue, context)).toBe(after);
});

test("a statement that another one refers to is missed when it goes, and found when it is back", () => {
  const board = createBoard();
  let queue = addStatement(addStatement(createQueue([]), "a", contentAt(0)), "b", contentAt(10, "a"));
  const codes = () =>
    board(queue, context)
      .find(({ id }) => id === "b")
      ?.problems.map(({ code }) => code);
  expect(codes()).not.toContain("unknown_same_claim");
  queue = deleteStatement(queue, "a");
  expect(codes()).toContain("unknown_same_claim");
  queue = restoreStatement(queue, "a");
  expect(codes()).not.toContain("unknown_same_claim");
});

test("finds the first statement from a position on", () => {
  const queue = [0, 10, 20].reduce((held, start) => addStatement(held, `s${start}`, contentAt(start)), createQueue([]));
  const statements = createBoard()(queue, context);
  expect([0, 1, 10, 21].map((position) => findFirstFrom(statements, position))).toEqual([0, 1, 1, 3]);
});
