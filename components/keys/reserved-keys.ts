import { chordParts } from "@/components/ui/chord";

const MOVES = "moves the caret, selects or scrolls";
const TYPES = "presses what has the focus";
const LEAVES = "moves the focus, or leaves what is open";
const BROWSER = "belongs to the browser";

const byKey: Record<string, string> = {
  Tab: LEAVES,
  Escape: LEAVES,
  " ": TYPES,
  ContextMenu: BROWSER,
  ...Object.fromEntries(["Home", "End", "PageUp", "PageDown"].map((key) => [key, MOVES])),
  ...Object.fromEntries(["F3", "F5", "F6", "F7", "F10", "F11", "F12"].map((key) => [key, BROWSER])),
};

const byChord: Record<string, string> = Object.fromEntries([
  ...["a", "c", "v", "x"].map((key) => [`Mod+${key}`, "copies or selects"]),
  // What browsers never hand over, and what one would miss.
  ...[..."hlnopqrtw"].map((key) => [`Mod+${key}`, BROWSER]),
  ...[..."ijnprtw"].map((key) => [`Mod+Shift+${key}`, BROWSER]),
  ...[..."0123456789+-="].map((key) => [`Mod+${key}`, BROWSER]),
  ...["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+F4", "Alt+d"].map((chord) => [chord, BROWSER]),
  ["Mod+g", "goes to the next find"],
  ["Mod+Shift+g", "goes to the previous find"],
]);

/** What a chord is needed for, so that no command can have it; null: it is free to be chosen. */
export function whyReserved(chord: string): string | null {
  const parts = chordParts(chord);
  const key = parts.at(-1) ?? "";
  if (byKey[key]) return byKey[key];
  if (key.startsWith("Arrow") && !parts.includes("Alt") && !parts.includes("Mod")) return MOVES;
  return byChord[chord] ?? null;
}
