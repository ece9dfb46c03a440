import { expect, it, test } from "vitest";
import { chordOf, chordParts, isSingleKey } from "./chord";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each([
  [{ ...none, key: "j" }, "j"],
  [{ ...none, key: "J", shiftKey: true }, "Shift+j"],
  [{ ...none, key: "?", shiftKey: true }, "?"],
  [{ ...none, key: "Enter", metaKey: true }, "Mod+Enter"],
  [{ ...none, key: "Enter", ctrlKey: true, shiftKey: true }, "Mod+Shift+Enter"],
  [{ ...none, key: "ArrowDown", altKey: true }, "Alt+ArrowDown"],
])("%j is written %s", (event, chord) => {
  expect(chordOf(event)).toBe(chord);
});

test.each([
  ["j", ["j"], true],
  ["Shift+j", ["Shift", "j"], true],
  ["?", ["?"], true],
  ["+", ["+"], true],
  [" ", [" "], true],
  ["Mod++", ["Mod", "+"], false],
  ["Mod+Shift+z", ["Mod", "Shift", "z"], false],
  ["Alt+j", ["Alt", "j"], false],
  ["Delete", ["Delete"], false],
  ["Shift+Enter", ["Shift", "Enter"], false],
])("%s has the parts %j; one key alone: %s", (chord, parts, single) => {
  expect(chordParts(chord)).toEqual(parts);
  expect(isSingleKey(chord)).toBe(single);
});
