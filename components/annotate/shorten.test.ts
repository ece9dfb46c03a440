import { expect, test } from "vitest";
import { shorten } from "./shorten";

test.each([
  ["short words", "short words"],
  [
    "the resolution of the European Parliament (EP) on the situation with protests in the country biased conclusions",
    "the resolution of the European … conclusions",
  ],
  ["国".repeat(70), `${"国".repeat(41)} … ${"国".repeat(16)}`],
  [`${"👩‍👩‍👧".repeat(30)} end of it`, `${"👩‍👩‍👧".repeat(8)}👩 … end of it`],
])("%s", (words, shortened) => {
  expect(shorten(words)).toBe(shortened);
  expect([...shorten(words)].length).toBeLessThanOrEqual(60);
});
