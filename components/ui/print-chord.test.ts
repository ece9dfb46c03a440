import { expect, test } from "vitest";
import { ariaKeys, printChord } from "./print-chord";

test.each([
  ["n", ["N"], "N"],
  ["?", ["?"], "?"],
  ["+", ["+"], "Plus"],
  ["Shift+u", ["Shift", "U"], "Shift+U"],
  ["Mod+Shift+z", ["Ctrl", "Shift", "Z"], "Control+Shift+Z"],
  ["Delete", ["Del"], "Delete"],
  ["Escape", ["Esc"], "Escape"],
  ["Alt+ArrowDown", ["Alt", "↓"], "Alt+ArrowDown"],
])("%s is printed as %j and announced as %s", (chord, caps, announced) => {
  expect(printChord(chord)).toEqual(caps);
  expect(ariaKeys(chord)).toBe(announced);
});

test.each([
  ["Mod+Shift+z", ["⌘", "Shift", "Z"]],
  ["Alt+ArrowDown", ["⌥", "↓"]],
  ["Mod+ArrowDown", ["⌘", "↓"]],
  ["Mod+Shift+ArrowRight", ["⌥", "Shift", "→"]],
  ["n", ["N"]],
])("on Apple's keyboards %s is printed as %j", (chord, caps) => expect(printChord(chord, true)).toEqual(caps));

test("no key is announced where there is none", () => expect(ariaKeys(undefined)).toBeUndefined());
