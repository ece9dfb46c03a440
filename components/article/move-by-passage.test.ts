import { describe, expect, test } from "vitest";
import { moveByPassage } from "./move-by-passage";

// Three sentences; a blank between the first two, a paragraph break before the third.
const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 22, end: 30 },
];
const next = { direction: "next", extend: false } as const;
const previous = { direction: "previous", extend: false } as const;
const extend = { direction: "next", extend: true } as const;
const shrink = { direction: "previous", extend: true } as const;

describe("moving", () => {
  test.each([
    ["from the start, selects the first sentence", { anchor: 0, head: 0 }, next, { anchor: 0, head: 10 }],
    ["from a caret inside, selects the sentence it is in", { anchor: 15, head: 15 }, next, { anchor: 11, head: 20 }],
    ["from a caret after a sentence, selects the one after", { anchor: 10, head: 10 }, next, { anchor: 11, head: 20 }],
    ["from a caret at the very end, selects the last", { anchor: 30, head: 30 }, next, { anchor: 22, head: 30 }],
    ["from a part, selects the whole sentence", { anchor: 12, head: 14 }, next, { anchor: 11, head: 20 }],
    ["from a sentence, goes on to the next", { anchor: 0, head: 10 }, next, { anchor: 11, head: 20 }],
    ["over a paragraph break", { anchor: 11, head: 20 }, next, { anchor: 22, head: 30 }],
    ["from the last one there is nowhere to go", { anchor: 22, head: 30 }, next, null],
    ["back from a sentence", { anchor: 22, head: 30 }, previous, { anchor: 11, head: 20 }],
    ["back from a caret, selects the sentence it is in", { anchor: 15, head: 15 }, previous, { anchor: 11, head: 20 }],
    ["back from a part, selects the whole sentence", { anchor: 13, head: 20 }, previous, { anchor: 11, head: 20 }],
    ["back from the first one there is nowhere to go", { anchor: 0, head: 10 }, previous, null],
    ["a selection made backwards counts the same", { anchor: 10, head: 0 }, next, { anchor: 11, head: 20 }],
  ] as const)("%s", (_, selected, move, expected) => {
    expect(moveByPassage(sentences, selected, move)).toEqual(expected);
  });

  test("in a text without sentences goes nowhere", () => {
    expect(moveByPassage([], { anchor: 0, head: 0 }, next)).toBeNull();
  });
});

describe("extending", () => {
  test.each([
    ["takes in the next sentence", { anchor: 0, head: 10 }, extend, { anchor: 0, head: 20 }],
    ["first completes the one it ends in", { anchor: 0, head: 15 }, extend, { anchor: 0, head: 20 }],
    ["gives the last one back", { anchor: 0, head: 20 }, shrink, { anchor: 0, head: 10 }],
    ["keeps the first", { anchor: 0, head: 10 }, shrink, null],
    ["goes on backwards when the head is in front", { anchor: 20, head: 11 }, shrink, { anchor: 20, head: 0 }],
    ["ends at the last sentence", { anchor: 0, head: 30 }, extend, null],
  ] as const)("%s", (_, selected, move, expected) => {
    expect(moveByPassage(sentences, selected, move)).toEqual(expected);
  });
});
