const names: Record<string, string> = { Ctrl: "Control", Del: "Delete", Esc: "Escape" };

/** Keys as `aria-keyshortcuts` wants them: `"Shift+u"` is `"Shift+U"`, `"Ctrl+Z"` is `"Control+Z"`. */
export function ariaKeys(keys: string | undefined): string | undefined {
  return keys
    ?.split("+")
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
