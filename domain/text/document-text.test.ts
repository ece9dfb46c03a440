import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText, textWithRange } from "@/tests/support/hostile-text";
import { countCodePoints, DocumentText } from "./document-text";
import { normaliseText, UnstorableTextError } from "./normalise-text";

describe("DocumentText", () => {
  it("counts as Array.from and Python do", () => {
    const text = new DocumentText("a👩‍👩‍👧e\u0301𝒜z");
    expect(text.length).toBe(10);
    expect(text.utf16Length).toBe(14);
    expect(text.slice(1, 6)).toBe("👩‍👩‍👧");
    expect(text.slice(8, 10)).toBe("𝒜z");
    expect([0, 1, 2, 3, 6, 9, 10].map((position) => text.toUtf16(position))).toEqual([0, 1, 3, 4, 9, 13, 14]);
    expect(text.slice(4, 4)).toBe("");
  });

  it("says which position is wrong in how long a text", () => {
    const text = new DocumentText("👍👍");
    expect(() => text.toUtf16(3)).toThrow(new RangeError("position 3 outside text of 2 code points"));
    expect(() => text.toUtf16(-1)).toThrow(RangeError);
    expect(() => text.toUtf16(0.5)).toThrow(RangeError);
    expect(() => text.fromUtf16(5)).toThrow(new RangeError("UTF-16 position 5 outside text of 4 UTF-16 units"));
    expect(() => text.slice(0, 3)).toThrow(RangeError);
    expect(() => text.slice(2, 1)).toThrow(new RangeError("span 2-1 is reversed (text of 2 code points)"));
  });

  it("refuses or rounds a position inside a surrogate pair", () => {
    const text = new DocumentText("a👍👍b");
    expect(() => text.fromUtf16(2)).toThrow(/splits a surrogate pair/);
    expect(() => text.fromUtf16(4)).toThrow(/splits a surrogate pair/);
    expect([2, 4].map((unit) => text.fromUtf16(unit, "down"))).toEqual([1, 2]);
    expect([2, 4].map((unit) => text.fromUtf16(unit, "up"))).toEqual([2, 3]);
    expect([1, 3, 5, 6].map((unit) => text.fromUtf16(unit, "down"))).toEqual([1, 2, 3, 4]);
  });

  it("counts half a pair as one character, in whatever order halves come", () => {
    for (const broken of ["\uD83D", "\uDC4D\uD83D", "a\uD83D👍\uDC4Db"]) {
      const text = new DocumentText(broken);
      expect(text.length).toBe(Array.from(broken).length);
      expect(text.slice(0, text.length)).toBe(broken);
    }
  });

  it("converts every position there and back", () => {
    fc.assert(
      fc.property(hostileText, (content) => {
        const text = new DocumentText(content);
        const characters = Array.from(content);
        expect(text.length).toBe(characters.length);
        expect(countCodePoints(content)).toBe(characters.length);
        let unit = 0;
        for (let position = 0; position <= text.length; position++) {
          expect(text.toUtf16(position)).toBe(unit);
          expect(text.fromUtf16(unit)).toBe(position);
          unit += characters[position]?.length ?? 0;
        }
      }),
    );
  });

  it("rounds every unit to the nearest position on the side asked for", () => {
    fc.assert(
      fc.property(hostileText, (content) => {
        const text = new DocumentText(content);
        for (let unit = 0; unit <= text.utf16Length; unit++) {
          const [down, up] = [text.fromUtf16(unit, "down"), text.fromUtf16(unit, "up")];
          expect(text.toUtf16(down)).toBeLessThanOrEqual(unit);
          expect(text.toUtf16(up)).toBeGreaterThanOrEqual(unit);
          expect(up - down).toBe(text.toUtf16(down) === unit ? 0 : 1);
        }
      }),
    );
  });

  it("slices as Array.from does", () => {
    fc.assert(
      fc.property(textWithRange, ({ text, start, end }) => {
        expect(new DocumentText(text).slice(start, end)).toBe(Array.from(text).slice(start, end).join(""));
      }),
    );
  });
});

describe("normaliseText", () => {
  it.each([
    ["\uFEFFa\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"],
    ["\uFEFF\uFEFFa\uFEFF", "\uFEFFa\uFEFF"],
    ["\r\r\n\n", "\n\n\n"],
    ["e\u0301 “x” 'y' \u00A0\u2028\u200B", "e\u0301 “x” 'y' \u00A0\u2028\u200B"],
    ["", ""],
  ])("%j", (input, output) => {
    expect(normaliseText(input)).toBe(output);
  });

  it.each([
    ["ab\uD83D", 2, "U+D83D"],
    ["👍\uDC4D", 2, "U+DC4D"],
    ["a\0b", 1, "U+0000"],
  ])("refuses what cannot be stored: %j", (input, position, name) => {
    const attempt = () => normaliseText(input);
    expect(attempt).toThrow(UnstorableTextError);
    expect(attempt).toThrow(new RegExp(`${name.replace("+", "\\+")} at position ${position}`));
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(hostileText, (content) => {
        fc.pre(!content.includes("\0") && !content.startsWith("\uFEFF\uFEFF"));
        const once = normaliseText(content);
        expect(normaliseText(once)).toBe(once.replace(/^\uFEFF/, ""));
        expect(once).not.toContain("\r");
      }),
    );
  });
});
