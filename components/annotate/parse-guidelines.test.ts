import { expect, test } from "vitest";
import { parseGuidelines } from "./parse-guidelines";

const plain = (words: string) => ({ style: "plain", words });

test("headings, paragraphs, lists and marked words", () => {
  const markdown = "## One\n\nA *b* and\n**c** d.\n\n- x\n- y\n\n1. first\n2. second\n\n### Two\n- z";
  expect(parseGuidelines(markdown)).toEqual([
    { kind: "heading", level: 2, content: [plain("One")] },
    {
      kind: "paragraph",
      content: [
        plain("A "),
        { style: "emphasis", words: "b" },
        plain(" and "),
        { style: "strong", words: "c" },
        plain(" d."),
      ],
    },
    { kind: "list", ordered: false, items: [[plain("x")], [plain("y")]] },
    { kind: "list", ordered: true, items: [[plain("first")], [plain("second")]] },
    { kind: "heading", level: 3, content: [plain("Two")] },
    { kind: "list", ordered: false, items: [[plain("z")]] },
  ]);
});

test.each(["", "\n\n", "**", "* not a list", "#", "<script>alert(1)</script>"])(
  "anything else stays text: %j",
  (markdown) => {
    expect(() => parseGuidelines(markdown)).not.toThrow();
  },
);
