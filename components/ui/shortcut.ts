/** One line of a screen's table of shortcuts: the table feeds the dispatcher, the help sheet and the tooltips. */
export interface Shortcut {
  /** `KeyboardEvent.key` values, any of which triggers it; with "Mod+" for Ctrl or ⌘, "Alt+" and "Shift+" before it. */
  keys: readonly string[];
  label: string;
  /** Heading it stands under in the help sheet. */
  group: string;
  /** Absent: only listed, handled by somebody else. Returns false to let the event pass. */
  run?: (event: KeyboardEvent) => unknown;
  /** Also fires while typing in a field; for combinations with Mod or Escape only. */
  whileTyping?: boolean;
}

/** Whether a key typed at this element is text, so that one-key shortcuts must stay silent. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable && target.getAttribute("inputmode") !== "none") return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The event as it is written in `Shortcut.keys`. Shift counts only with keys that shift does not change. */
export function chordOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const alt = event.altKey ? "Alt+" : "";
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  const shift = event.shiftKey && (event.key.length > 1 || isLetter) ? "Shift+" : "";
  return mod + alt + shift + key;
}
