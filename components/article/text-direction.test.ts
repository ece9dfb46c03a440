import { expect, test } from "vitest";
import { textDirection } from "./text-direction";

test.each([
  ["ar", "hello", "rtl"],
  ["he-IL", "", "rtl"],
  ["kk", "سالەم", "ltr"],
  ["kk-Arab", "سالەم", "rtl"],
  ["az-Latn-IR", "salam", "ltr"],
  ["zh-Hans", "你好", "ltr"],
  [null, "«قال» hello", "rtl"],
  [null, "123 — שלום hello", "rtl"],
  [null, "hello שלום", "ltr"],
  [null, "", "ltr"],
] as const)("%s, %j: %s", (language, text, expected) => {
  expect(textDirection(text, language)).toBe(expected);
});
