import { expect, test } from "vitest";
import { guessColumns } from "./guess-columns";

test.each([
  [
    ["id", "Headline", "Full text", "Publication", "Pub_Date"],
    ["Full text", "Headline", "Publication", "Pub_Date"],
  ],
  [
    ["body", "text"],
    ["text", null, null, null],
  ],
  [
    ["__proto__", "constructor", "content"],
    ["content", null, null, null],
  ],
])("%j", (columns, [text, title, outlet, published]) => {
  expect(guessColumns(columns)).toMatchObject({ text, title, outlet, published });
});

test("does not guess a text where no column is named like one", () => {
  expect(guessColumns(["a", "Date"])).toMatchObject({ text: null, published: "Date" });
  expect(guessColumns([]).text).toBeNull();
});
