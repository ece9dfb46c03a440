import { expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { findNode, paragraphsOf, sortKey, toLine } from "./concordance";

const text = new DocumentText(
  "Before.\n👩‍👩‍👧 said: “Élysée plans”\tare  fine, cafés too.\n托卡耶夫总统说暴徒是恐怖分子。",
);

function spanOf(quote: string, role = "content") {
  const start = text.fromUtf16(text.text.indexOf(quote));
  return { role, start, end: start + Array.from(quote).length, quote };
}
const wordsAt = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test("a line is about the words where the statement has them first", () => {
  const spans = [spanOf("“Élysée plans”"), spanOf("said", "cue")];
  expect(wordsAt(findNode(text, spans, "elysee", "statement"))).toBe("Élysée");
  expect(wordsAt(findNode(text, spans, "said", "statement"))).toBe("said");
  expect(wordsAt(findNode(text, spans, "", "statement"))).toBe("“Élysée plans”");
});

test("words of its paragraph count where they are asked for, those of others never", () => {
  const spans = [spanOf("Élysée plans")];
  expect(wordsAt(findNode(text, spans, "cafes", "context"))).toBe("cafés");
  expect(wordsAt(findNode(text, spans, "cafes", "statement"))).toBe("Élysée plans");
  const { start, end } = paragraphsOf(text, spans);
  expect(text.text.slice(start, end)).toBe("👩‍👩‍👧 said: “Élysée plans”\tare  fine, cafés too.");
});

test("a line is read with single spaces", () => {
  expect(toLine(text, spanOf("Élysée plans"))).toEqual({
    before: "Before. 👩‍👩‍👧 said: “",
    match: "Élysée plans",
    after: "” are fine, cafés too. 托卡耶夫总统说暴徒是恐怖分子。",
  });
});

test("a long line begins and ends with whole words, but where there are no spaces", () => {
  const words = new DocumentText(`${"naïve 👩‍👩‍👧 words ".repeat(20)}here${" and there".repeat(30)}`);
  const start = words.fromUtf16(words.text.indexOf("here"));
  const { before, after } = toLine(words, { start, end: start + 4 });
  expect(before).toMatch(/^(naïve|👩‍👩‍👧|words) .* words $/u);
  expect(after).toMatch(/^ and there.* (and|there)$/);
  const han = new DocumentText("说".repeat(400));
  expect(toLine(han, { start: 200, end: 201 })).toEqual({
    before: "说".repeat(120),
    match: "说",
    after: "说".repeat(120),
  });
});

test("lines are compared by the nearest words, folded, and where there are no spaces by letters", () => {
  expect(sortKey(text, spanOf("plans"), "before")).toBe("elysee said before");
  expect(sortKey(text, spanOf("plans"), "after")).toBe("are fine cafes too 托 卡");
  expect(sortKey(text, spanOf("说"), "before")).toBe("统 总 夫 耶 卡 托");
  expect(sortKey(text, spanOf("说"), "after")).toBe("暴 徒 是 恐 怖 分");
});

test("the first and the last characters of a text have their lines", () => {
  const all = new DocumentText("word");
  const span = { role: "content", start: 0, end: 4, quote: "word" };
  expect(toLine(all, span)).toEqual({ before: "", match: "word", after: "" });
  expect(paragraphsOf(all, [span])).toEqual({ start: 0, end: 4 });
});
