import { expect, test } from "vitest";
import { rejoinLines } from "./rejoin-lines";

const page = (...lines: [text: string, y: number][]) =>
  lines.map(([text, y], at) => ({ text, y, startsPage: at === 0 }));

test("joins the lines of a paragraph and keeps paragraphs apart", () => {
  const lines = page(
    ["The government said on Wednesday that it had", 700],
    ["taken back control of the main squares.", 686],
    ["Protesters said “we want change” and that", 660],
    ["they would stay.", 646],
  );
  expect(rejoinLines(lines).text).toBe(
    "The government said on Wednesday that it had taken back control of the main squares.\n\nProtesters said “we want change” and that they would stay.",
  );
});

test("goes on over the end of a page", () => {
  const lines = [
    ...page(["It was a long sentence that no page could ever", 100]),
    ...page(["hold in full, he said.", 700]),
  ];
  expect(rejoinLines(lines).text).toBe("It was a long sentence that no page could ever hold in full, he said.");
});

test("puts a hyphenated word together, and leaves a name with a hyphen", () => {
  const lines = page(["a long line of words about the gov-", 50], ["ernment of the Jean-", 40], ["Luc sort", 30]);
  expect(rejoinLines(lines)).toEqual({
    text: "a long line of words about the government of the Jean- Luc sort",
    hyphensJoined: 1,
  });
});

test("puts no space into writing that has none", () => {
  expect(rejoinLines(page(["政府は水曜日", 50], ["に発表した。", 40])).text).toBe("政府は水曜日に発表した。");
});

test("has nothing to say of nothing", () => {
  expect(rejoinLines([{ text: " ", y: 0, startsPage: true }])).toEqual({ text: "", hyphensJoined: 0 });
});
