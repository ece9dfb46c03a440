import { expect, test } from "vitest";
import { ariaKeys } from "./aria-keys";

test.each([
  ["n", "N"],
  ["?", "?"],
  ["Shift+u", "Shift+U"],
  ["Ctrl+Shift+Z", "Control+Shift+Z"],
  ["Del", "Delete"],
  [undefined, undefined],
])("%s is announced as %s", (keys, announced) => expect(ariaKeys(keys)).toBe(announced));
