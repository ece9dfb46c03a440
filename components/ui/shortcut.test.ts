import { expect, it } from "vitest";
import { chordOf } from "./shortcut";

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
