import { expect, test } from "vitest";
import type { StatementVersion } from "@/domain/contract/history";
import { emptyContent } from "@/domain/statement/content";
import { listVersions } from "./list-versions";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });

type Kind = "reverts" | "repeats" | "continues";
const version = (id: string, before: string, after: string, kind?: Kind, of = ""): StatementVersion => ({
  ...{ operationId: id, sequence: 1, at: "2022-01-21T00:00:00.000Z", kind: "changed", statementId: "s", revision: 1 },
  ...{ before: content(before), after: content(after), relation: kind ? { kind, operationId: of } : null },
  ...{ actor: "ann_aaaaaaaaaa", own: true },
});
const told = (versions: StatementVersion[]) =>
  listVersions(versions).map(({ before, after, travel }) => [before?.note, after?.note, travel]);

test("the letters of one text are one version", () => {
  const versions = [
    version("4", "abc", "abc!"),
    version("3", "ab", "abc", "continues", "1"),
    version("2", "a", "ab", "continues", "1"),
    version("1", "", "a"),
    version("0", "-", ""),
  ];
  expect(told(versions)).toEqual([
    ["abc", "abc!", null],
    ["", "abc", null],
    ["-", "", null],
  ]);
});

test("two texts typed one after the other are two versions", () => {
  const versions = [
    version("4", "bc", "bcd", "continues", "3"),
    version("3", "ab", "bc"),
    version("2", "a", "ab", "continues", "1"),
    version("1", "", "a"),
  ];
  expect(told(versions)).toEqual([
    ["ab", "bcd", null],
    ["", "ab", null],
  ]);
});

test("what was undone and done again says so", () => {
  const versions = [
    version("3", "", "a", "repeats", "1"),
    version("2", "a", "", "reverts", "1"),
    version("1", "", "a"),
  ];
  expect(told(versions)).toEqual([
    ["", "a", "done_again"],
    ["a", "", "undone"],
    ["", "a", null],
  ]);
});
