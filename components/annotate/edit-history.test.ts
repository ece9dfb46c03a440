import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { type History, type HistoryChange, noHistory, recordChange } from "./edit-history";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });
const [a, b, c] = [content("a"), content("b"), content("c")];

type Kind = "reverts" | "repeats" | "continues";
function change(
  operationId: string,
  before: typeof a | null,
  after: typeof a | null,
  kind?: Kind,
  of = "",
): HistoryChange {
  const relation = kind ? { kind, operationId: of } : null;
  return { operationId, statementId: "s", before, after, relation };
}
const after = (...changes: HistoryChange[]) => changes.reduce(recordChange, noHistory);
const ids = ({ done, undone }: History) => [done.map(({ id }) => id), undone.map(({ id }) => id)];

const made = change("1", null, a);
const edited = change("2", a, b);
const undone = change("3", b, a, "reverts", "2");

const table: [string, HistoryChange[], [string[], string[]]][] = [
  ["changes can be taken back, the latest first", [made, edited], [["1", "2"], []]],
  ["what was taken back can be done again", [made, edited, undone], [["1"], ["2"]]],
  ["and was, by a repeat", [made, edited, undone, change("4", a, b, "repeats", "2")], [["1", "2"], []]],
  ["a new change ends what could be done again", [made, edited, undone, change("4", a, c)], [["1", "4"], []]],
  ["one further back can be taken back too", [made, edited, change("3", null, a, "reverts", "1")], [["2"], ["1"]]],
  ["a revert of what is not known can be done again", [undone], [[], ["2"]]],
  ["a repeat of what is not known can be taken back", [change("4", a, b, "repeats", "2")], [["2"], []]],
  [
    "letters of one text are taken back together",
    [made, edited, change("3", b, c, "continues", "2")],
    [["1", "2"], []],
  ],
  [
    "letters after something else are their own",
    [edited, change("3", null, a), change("4", b, c, "continues", "2")],
    [["2", "3", "4"], []],
  ],
];

test.each(table)("%s", (_name, changes, expected) => {
  expect(ids(after(...changes))).toEqual(expected);
});

test("letters taken back together go back to before the first", () => {
  expect(after(edited, change("3", b, c, "continues", "2")).done).toEqual([
    { id: "2", statementId: "s", before: a, after: c },
  ]);
});

test("a step known only by its revert has its two sides the right way round", () => {
  expect(after(undone).undone).toEqual([{ id: "2", statementId: "s", before: a, after: b }]);
});
