import { describe, expect, it } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { comparableContent } from "./comparable-content";
import { unitF1 } from "./unit-f1";

const text = new DocumentText("👩‍👩‍👧 said: “The tram — 𐄀late𐄁!”  and … left.");
const marked = (...ranges: [number, number][]) => ({
  spans: ranges.map(([start, end]) => makeSpan(text, "content", { start, end })),
});

describe("unitF1", () => {
  it.each([
    [[marked([12, 30])], [marked([12, 30])], 1, 1],
    [[marked([12, 30])], [], 0, 0],
    [[marked([12, 18]), marked([18, 24]), marked([24, 30])], [marked([12, 30])], 0, 0],
    [[marked([12, 20]), marked([20, 30])], [marked([12, 21])], 1, 2 / 3],
  ])("case %#", (a, b, matched, value) => {
    const units = a.length + b.length - matched;
    const expected = { matched, countA: a.length, countB: b.length, unitF1: { value, status: "ok", units } };
    expect(unitF1(a, b)).toEqual(expected);
    expect(unitF1(b, a)).toEqual({ ...expected, countA: b.length, countB: a.length });
  });

  it("is undefined, not 1, when neither marked anything", () => {
    expect(unitF1([], [])).toEqual({
      matched: 0,
      countA: 0,
      countB: 0,
      unitF1: { value: null, status: "no_pairable_units", units: 0 },
    });
  });
});

describe("comparableContent", () => {
  const words = (statement: { spans: { role: string; start: number; end: number; quote: string }[] }) =>
    comparableContent(statement).map(({ start, end }) => text.slice(start, end));

  it("leaves white space and punctuation at the edges out, in code points", () => {
    expect(words(marked([12, 32]))).toEqual(["The tram — 𐄀late"]);
    expect(words(marked([22, 31]))).toEqual(["late"]);
    expect(words(marked([31, 44]))).toEqual(["and … left"]);
  });

  it("leaves a fragment of nothing else as it is, and other roles out", () => {
    expect(words(marked([38, 39], [40, 44]))).toEqual(["…", "left"]);
    expect(words({ spans: [makeSpan(text, "cue", { start: 6, end: 10 })] })).toEqual([]);
  });
});
