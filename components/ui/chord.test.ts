import { expect, it, test } from "vitest";
import { chordOf, chordParts, isSingleKey, latinChordOf } from "./chord";

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

it.each([
  [{ ...none, key: "о", code: "KeyJ" }, "j"],
  [{ ...none, key: "О", code: "KeyJ", shiftKey: true }, "Shift+j"],
  [{ ...none, key: "я", code: "KeyZ", ctrlKey: true }, "Mod+z"],
  [{ ...none, key: "ж", code: "Semicolon" }, null],
  [{ ...none, key: "z", code: "KeyY" }, null],
  [{ ...none, key: "é", code: "KeyE" }, null],
  [{ ...none, key: "Enter", code: "Enter" }, null],
])("on a keyboard of another script %j is %s", (event, chord) => {
  expect(latinChordOf(event)).toBe(chord);
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
