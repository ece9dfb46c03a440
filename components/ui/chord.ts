/*
 * A chord is a key as `KeyboardEvent.key` gives it, letters small, with "Mod+" for Ctrl or ⌘, "Alt+" and "Shift+" before it,
 * in this order: "j", "Shift+j", "?", "Mod+Shift+z", "Alt+ArrowDown".
 */

/** Whether a key typed at this element is text, so that commands of one key must stay silent. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable && target.getAttribute("inputmode") !== "none") return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The event as a chord. Shift counts only with keys that shift does not change. */
export function chordOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const alt = event.altKey ? "Alt+" : "";
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  const shift = event.shiftKey && (event.key.length > 1 || isLetter) ? "Shift+" : "";
  return mod + alt + shift + key;
}

/**
 * The chord by where the key is instead of what it types, for letters of another script: "о" of a Cyrillic keyboard is on
 * the key that is "j" on a Latin one. Null for all other keys.
 */
export function latinChordOf(event: Parameters<typeof chordOf>[0] & Pick<KeyboardEvent, "code">): string | null {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const isForeign = /^\p{L}$/u.test(event.key) && !/^\p{Script=Latin}$/u.test(event.key);
  if (!letter || !isForeign) return null;
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return chordOf({ key: letter, ctrlKey, metaKey, altKey, shiftKey });
}

/** The parts of a chord: "Mod+Shift+z" is Mod, Shift, z; "+" is itself. */
export function chordParts(chord: string): string[] {
  const key = chord.endsWith("+") ? "+" : (chord.split("+").at(-1) ?? "");
  const modifiers = chord.slice(0, chord.length - key.length).split("+");
  return [...modifiers.filter(Boolean), key];
}

/**
 * Whether a chord is a character without Ctrl, ⌘ or Alt: what somebody who dictates says in passing, and a hand that slips
 * presses (WCAG 2.1.4). Such keys can be turned off.
 */
export function isSingleKey(chord: string): boolean {
  const [first = "", second] = chordParts(chord);
  return [...(first === "Shift" && second ? second : first)].length === 1;
}
