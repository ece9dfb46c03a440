import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromTyped, mentionBefore, mentionsIn, splitMentions, toTyped } from "./mentions";

const ana = { id: "aaaaaaaaaa", name: "Ana" };
const anabel = { id: "bbbbbbbbbb", name: "Ana Bel [x] (ana@example.org)" };
const zoe = { id: "cccccccccc", name: "Zoë 👩‍👩‍👧" };
const people = [ana, anabel, zoe];

describe("fromTyped", () => {
  it.each([
    ["@Ana, look", "@[aaaaaaaaaa], look"],
    ["(@Ana)", "(@[aaaaaaaaaa])"],
    ["of two that fit the longer: @Ana Bel [x] (ana@example.org)?", "of two that fit the longer: @[bbbbbbbbbb]?"],
    ["@Zoë 👩‍👩‍👧!", "@[cccccccccc]!"],
    ["@Anastasia is nobody here", "@Anastasia is nobody here"],
    ["mail@Ana.org", "mail@Ana.org"],
    ["é@Ana", "é@Ana"],
    ["@@Ana", "@@[aaaaaaaaaa]"],
    ["@ana", "@ana"],
  ])("%s", (typed, stored) => {
    expect(fromTyped(typed, people)).toBe(stored);
  });

  it("leaves what names nobody as it was typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => fromTyped(typed, []) === typed));
  });

  it("takes back what toTyped shows, wherever a name ends with its word", () => {
    const words = fc.constantFrom("look ", "\n", " @ ", "👩‍👩‍👧 ", "\u202E", "");
    const piece = fc.tuple(fc.constantFrom(...people), words).map(([{ id }, word]) => `@[${id}] ${word}`);
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (stored) => {
          expect(fromTyped(toTyped(stored, people), people)).toBe(stored);
        },
      ),
    );
  });
});

it("cuts a text at those it names and loses nothing of it", () => {
  expect(splitMentions("a @[aaaaaaaaaa]@[bbbbbbbbbb] b")).toEqual([
    { text: "a " },
    { mention: "aaaaaaaaaa" },
    { mention: "bbbbbbbbbb" },
    { text: " b" },
  ]);
  expect(mentionsIn("@[aaaaaaaaaa] @[aaaaaaaaaa] @[AAAAAAAAAA] @[short]")).toEqual(["aaaaaaaaaa"]);
  expect(toTyped("@[dddddddddd] left", people)).toBe("@[dddddddddd] left");
});

describe("mentionBefore", () => {
  it.each([
    ["@", 1, { query: "", start: 0 }],
    ["so @An", 6, { query: "An", start: 3 }],
    ["so @Ana Be and", 10, { query: "Ana Be", start: 3 }],
    ["so @Ana", 3, null],
    ["mail@An", 7, null],
    ["@ a", 3, null],
    ["@a\nb", 4, null],
  ])("%j at %i", (typed, caret, found) => {
    expect(mentionBefore(typed, caret)).toEqual(found);
  });
});
