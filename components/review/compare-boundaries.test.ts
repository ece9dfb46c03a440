import { describe, expect, it } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { compareBoundaries } from "./compare-boundaries";

const text = new DocumentText("👩‍👩‍👧 said that they “naïve” will come back.");
const at = (words: string) => {
  const points = Array.from(text.text);
  const wanted = Array.from(words);
  const start = points.findIndex((_, index) => wanted.every((point, offset) => points[index + offset] === point));
  return { start, end: start + wanted.length };
};

describe("compareBoundaries", () => {
  it("marks the words that only one reading has, in both", () => {
    const [a, b] = compareBoundaries(text, [[at("that they “naïve” will come back")], [at("they “naïve” will come")]]);
    expect(a).toEqual([
      { kind: "own", text: "that " },
      { kind: "shared", text: "they “naïve” will come" },
      { kind: "own", text: " back" },
    ]);
    expect(b).toEqual([
      { kind: "absent", text: "that " },
      { kind: "shared", text: "they “naïve” will come" },
      { kind: "absent", text: " back" },
    ]);
  });

  it("shows a gap between fragments that no reading has", () => {
    const [a] = compareBoundaries(text, [
      [at("they"), at("come")],
      [at("they"), at("come")],
    ]);
    expect(a).toEqual([
      { kind: "shared", text: "they" },
      { kind: "gap", text: " … " },
      { kind: "shared", text: "come" },
    ]);
  });

  it("compares only the readings that have a range", () => {
    expect(compareBoundaries(text, [[at("said")], null, []])).toEqual([[{ kind: "shared", text: "said" }], [], []]);
  });

  it("shortens a long shared stretch at word boundaries and counts code points, not UTF-16 units", () => {
    const long = new DocumentText(`${"😀".repeat(10)} ${"word ".repeat(60)}end`);
    const whole = { start: 0, end: long.length };
    const [a] = compareBoundaries(long, [[whole], [{ start: 0, end: long.length - 4 }]]);
    expect(a?.[0]?.text).toMatch(/^😀{10} (word )+… (word )*word$/u);
    expect(a?.[1]).toEqual({ kind: "own", text: " end" });
  });
});
