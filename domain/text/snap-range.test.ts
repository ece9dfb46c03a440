import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWithRange } from "@/tests/support/hostile-text";
import { DocumentText } from "./document-text";
import { snapRange, trimRange } from "./snap-range";
import { contains } from "./spans";
import { trimContent } from "./trim-content";

/** The selection is between | and |. */
function select(marked: string): { text: DocumentText; start: number; end: number } {
  const [before = "", inside = "", after = ""] = marked.split("|");
  const start = Array.from(before).length;
  return { text: new DocumentText(before + inside + after), start, end: start + Array.from(inside).length };
}

function words(text: DocumentText, range: { start: number; end: number } | null): string | null {
  return range === null ? null : text.slice(range.start, range.end);
}

describe("snapRange", () => {
  it.each([
    ["The |ministry |said", "ministry"],
    ["The min|istry sa|id no", "ministry said"],
    ["The |  \n\u00A0| end", null],
    ["a || b", null],
    ["It |doesn’|t matter", "doesn’t"],
    ["say |“No|thing.” now", "“Nothing"],
    ["say |“Nothing.”| now", "“Nothing.”"],
    ["👍 by 👩‍👩|‍|👧 there", "👩‍👩‍👧"],
    ["caf|e|\u0301 x", "cafe\u0301"],
    ["first| line\nsecond| line", "line\nsecond"],
    ["\u202Ea|b|c\u202C", "abc\u202C"],
    ["1,2|34.|5 of", "1,234.5"],
  ])("to words: %j", (marked, expected) => {
    const { text, start, end } = select(marked);
    expect(words(text, snapRange(text, { start, end }, "word", "en"))).toBe(expected);
  });

  it.each([
    ["mini|stry sa|id", "stry sa"],
    ["👍 by 👩‍👩|‍|👧 there", "👩‍👩‍👧"],
    ["caf|e|\u0301 x", "e\u0301"],
    ["a| b |c", "b"],
  ])("to characters: %j", (marked, expected) => {
    const { text, start, end } = select(marked);
    expect(words(text, snapRange(text, { start, end }, "character", "en"))).toBe(expected);
  });

  it.each([
    ["One two. Th|ree f|our. Five.", "Three four."],
    ["One t|wo. Three f|our. Five.", "One two. Three four."],
    ["One.| |Two.", null],
    ["One. Two.\n\nThr|ee.\nFo|ur.", "Three.\nFour."],
    ["Mr. J. Do|e c|ame. He left.", "Mr. J. Doe came."],
  ])("to sentences: %j", (marked, expected) => {
    const { text, start, end } = select(marked);
    expect(words(text, snapRange(text, { start, end }, "sentence", "en"))).toBe(expected);
  });

  it("takes any language tag, also a wrong one", () => {
    const { text, start, end } = select("The min|ist|ry");
    for (const language of ["de", "th", "en_US", "", null, undefined, "x-nonsense-tag-that-is-too-long"]) {
      expect(words(text, snapRange(text, { start, end }, "word", language))).toBe("ministry");
    }
  });

  it("throws outside the text", () => {
    expect(() => snapRange(new DocumentText("abc"), { start: 1, end: 4 }, "word")).toThrow(RangeError);
  });

  it.each(["character", "word", "sentence"] as const)(
    "%s: stays in the text, covers the selection, changes nothing when done again",
    (snapping) => {
      fc.assert(
        fc.property(textWithRange, ({ text: content, start, end }) => {
          const text = new DocumentText(content);
          const snapped = snapRange(text, { start, end }, snapping, "en");
          const trimmed = trimRange(text, { start, end });
          expect(snapped === null).toBe(trimmed === null);
          if (!snapped || !trimmed) return;
          expect(contains({ start: 0, end: text.length }, snapped)).toBe(true);
          expect(contains(snapped, trimmed)).toBe(true);
          expect(snapRange(text, snapped, snapping, "en")).toEqual(snapped);
        }),
      );
    },
  );
});

describe("trimContent", () => {
  it.each([
    ["|biased and based on biased conclusions.| Next", "biased and based on biased conclusions"],
    ["with |“disproportionate violence.”|", "“disproportionate violence.”"],
    ["|called it “a disgrace”.|", "called it “a disgrace”"],
    ["“|It is over.|” she said", "It is over."],
    ["“|It is over,|” she said", "It is over,"],
    ["| that it left the U.S.| Then", "that it left the U.S."],
    ["|at 5 p.m.|", "at 5 p.m."],
    ["|Is it over?|", "Is it over"],
    ["|wait …|", "wait"],
    ["|wait...|", "wait"],
    ["|the plan, | they said", "the plan"],
    ["|終わった。|", "終わった"],
    ["|…|", "…"],
    ["| \n |", null],
    ["|👍.|", "👍"],
    ["|said: “Yes.” |", "said: “Yes.”"],
  ])("%j", (marked, expected) => {
    const { text, start, end } = select(marked);
    expect(words(text, trimContent(text, { start, end }))).toBe(expected);
  });

  it("only ever shortens, leaves something, and changes nothing when done again", () => {
    fc.assert(
      fc.property(textWithRange, ({ text: content, start, end }) => {
        const text = new DocumentText(content);
        const trimmed = trimContent(text, { start, end });
        expect(trimmed === null).toBe(text.slice(start, end).trim() === "");
        if (!trimmed) return;
        expect(contains({ start, end }, trimmed)).toBe(true);
        expect(trimmed.start).toBeLessThan(trimmed.end);
        expect(trimContent(text, trimmed)).toEqual(trimmed);
      }),
    );
  });
});
