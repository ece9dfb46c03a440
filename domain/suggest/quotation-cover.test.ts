import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { hostileText } from "@/tests/support/hostile-text";
import { quotationCover } from "./quotation-cover";

/** How much of the parts of a text stands in quotation marks. */
function coverOf(words: string, ...parts: string[]) {
  const text = new DocumentText(words);
  const ranges = parts.map((part) => {
    const from = words.indexOf(part);
    if (from < 0) throw new Error(`“${part}” is not in the text`);
    return { start: text.fromUtf16(from), end: text.fromUtf16(from + part.length) };
  });
  return quotationCover(text, ranges);
}

describe("how much is quoted", () => {
  test.each([
    ["“It is over,” she said.", ["“It is over,”"], "entire"],
    ["“It is over,” she said.", ["It is over"], "entire"],
    ["👩‍👩‍👧 “It,” she said, “is over.” 𝒳", ["“It,”", "“is over.”"], "entire"],
    ["She called it “hopeless” and too late.", ["it “hopeless” and too late"], "partial"],
    ["She called it “hopeless” and too late.", ["hopeless"], "entire"],
    ["She said the plan would fail.", ["the plan would fail"], "none"],
    ["“Before.” She said the plan would fail. “After.”", ["the plan would fail"], "none"],
    ["قال الوزير: «انتهى الأمر».", ["«انتهى الأمر»"], "entire"],
    ["قال الوزير إن الأمر «انتهى» أمس.", ["الأمر «انتهى» أمس"], "partial"],
    ["השר אמר: ”הכול נגמר“.", ["”הכול נגמר“"], "entire"],
    ["部长说:「一切都结束了。」", ["「一切都结束了。」"], "entire"],
    ["部长说一切都「结束」了。", ["一切都「结束」了"], "partial"],
    ["मंत्री ने कहा, “सब ख़त्म हो गया है।”", ["“सब ख़त्म हो गया है।”"], "entire"],
    ["Министр: «Бәрі бітті», — деді ол.", ["«Бәрі бітті»"], "entire"],
  ] as const)("%s %j: %s", (words, parts, cover) => {
    expect(coverOf(words, ...parts)).toBe(cover);
  });

  test("sees a quotation that runs through paragraphs, from inside it", () => {
    const words = "She wrote:\n\n“The first day.\n\n“The second day.\n\n“The third day.” Then she left.";
    expect(coverOf(words, "The first day")).toBe("entire");
    expect(coverOf(words, "The third day.")).toBe("entire");
    expect(coverOf(words, "Then she left")).toBe("none");
  });
});

test("answers for any words of any text", () => {
  fc.assert(
    fc.property(hostileText, fc.nat(), fc.nat(), (words, a, b) => {
      const text = new DocumentText(words);
      if (text.length === 0) return;
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      expect(["entire", "partial", "none"]).toContain(quotationCover(text, [{ start, end }]));
    }),
    { numRuns: 200 },
  );
});
