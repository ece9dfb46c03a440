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

const printedByApple: Record<string, string> = { Mod: "⌘", Alt: "⌥", Delete: "⌦" };

const announced: Record<string, string> = { Mod: "Control", " ": "Space", "+": "Plus" };

const upperCase = (part: string) => (part.length === 1 ? part.toUpperCase() : part);

/** The caps of a chord, as they are printed on most keyboards, or on Apple's: `"Mod+z"` is Ctrl and Z, or ⌘ and Z. */
export function printChord(chord: string, isApple = false): string[] {
  const parts = chordParts(chord);
  // There the text moves by word with ⌥ and to the end of the line with ⌘.
  const isByWord = /^Mod\+(Shift\+)?Arrow(Left|Right)$/.test(chord);
  return parts.map((part) => {
    const name = isApple && isByWord && part === "Mod" ? "Alt" : part;
    return (isApple ? printedByApple[name] : undefined) ?? printed[name] ?? upperCase(name);
  });
}

/** A chord as `aria-keyshortcuts` wants it: `"Mod+z"` is `"Control+Z"`, which works on every keyboard. */
export function ariaKeys(chord: string | undefined): string | undefined {
  return chord === undefined
    ? undefined
    : chordParts(chord)
        .map((part) => announced[part] ?? upperCase(part))
        .join("+");
}

/** A chord within a sentence: `"Mod+z"` is “Ctrl+Z”, or “⌘+Z”. */
export function sayChord(chord: string, isApple = false): string {
  return printChord(chord, isApple).join("+");
}
