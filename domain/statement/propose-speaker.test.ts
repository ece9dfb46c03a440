import { describe, expect, test } from "vitest";
import type { Speaker } from "@/domain/contract/registry";
import { describedKind, proposeSpeaker } from "./propose-speaker";

const blank = { organisationId: null, sector: null, function: null, country: null, mergedIntoId: null, fixed: false };
const person = { ...blank, kind: "person", aliases: [] as string[], roleTitle: null };
const speakers: Speaker[] = [
  { ...blank, id: "board", name: "Harbour Board of Tveit", kind: "organisation", aliases: ["HBT"], roleTitle: null },
  { ...blank, id: "union", name: "Traders’ Union", kind: "organisation", aliases: [], roleTitle: null },
  { ...person, id: "lind", name: "Ewa Lind", roleTitle: "Mayor of Tveit" },
  { ...person, id: "oduya", name: "Ngozi Oduya", aliases: ["نغوزي أودويا", "奥杜亚"] },
  { ...person, id: "a-berg", name: "Anna Berg" },
  { ...person, id: "b-berg", name: "Bo Berg" },
  { ...person, id: "old", name: "E. Lind", mergedIntoId: "lind" },
  { ...blank, id: "outlet", name: "Outlet", kind: "outlet", aliases: [], roleTitle: null, fixed: true },
];

const named = (source: string, language: string | null = "en") =>
  proposeSpeaker(source, speakers, language)?.id ?? null;

describe("whom a source names", () => {
  test.each([
    ["The Harbour Board of Tveit", "board"],
    ["the HARBOUR board of Tveit", "board"],
    ["HBT", "board"],
    ["the Traders' Union", "union"],
    ["Ewa Lind", "lind"],
    ["Mayor of Tveit Ewa Lind", "lind"],
    ["Mayor Ewa Lind", "lind"],
    ["E. Lind", "lind"],
    ["Lind", "lind"],
    ["Oduya", "oduya"],
    ["Ngozi Oduya of the Harbour Board of Tveit", null],
  ] as const)("%s: %s", (source, id) => expect(named(source)).toBe(id));

  test.each([
    "He",
    "They",
    "the department",
    "A neighbour of the Harbour Board of Tveit",
    "A spokesman for the Traders’ Union",
    "the Harbour Board of Tveit and the Traders’ Union",
    "Berg",
    "lind",
    "Outlet",
    "",
    "👩‍👩‍👧 “”",
    "\u202E",
  ])("%s: nobody", (source) => expect(named(source)).toBeNull());

  test("in languages without rules, by whole names", () => {
    expect(named("نغوزي أودويا", "ar")).toBe("oduya");
    expect(named("奥杜亚", "zh")).toBe("oduya");
    expect(named("奥杜亚的发言人", "zh")).toBeNull();
    expect(named("Ewa Lind", "kk")).toBe("lind");
  });
});

test.each([
  ["The document", "document"],
  ["the resolution of the council", "document"],
  ["the minister", "person"],
  ["a document", null],
  ["Ewa Lind", null],
  ["", null],
] as const)("“%s” describes: %s", (source, kind) => expect(describedKind(source, "en")).toBe(kind));

test("what a source describes is not told in a language without rules", () => {
  expect(describedKind("the document", "kk")).toBeNull();
});
