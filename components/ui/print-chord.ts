import { chordParts } from "./chord";

const printed: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Delete: "Del",
  Escape: "Esc",
  Mod: "Ctrl",
  " ": "Space",
};

const announced: Record<string, string> = { Mod: "Control", " ": "Space", "+": "Plus" };

const upperCase = (part: string) => (part.length === 1 ? part.toUpperCase() : part);

/** The caps of a chord, as they are printed on most keyboards: `"Mod+z"` is Ctrl and Z. */
export function printChord(chord: string): string[] {
  return chordParts(chord).map((part) => printed[part] ?? upperCase(part));
}

/** A chord as `aria-keyshortcuts` wants it: `"Mod+z"` is `"Control+Z"`. */
export function ariaKeys(chord: string | undefined): string | undefined {
  return chord === undefined
    ? undefined
    : chordParts(chord)
        .map((part) => announced[part] ?? upperCase(part))
        .join("+");
}

/** A chord within a sentence: `"Mod+z"` is “Ctrl+Z”. */
export function sayChord(chord: string): string {
  return printChord(chord).join("+");
}
