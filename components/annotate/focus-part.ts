/*
 * In a group of buttons with one tab stop the chosen button comes first, and any of them will do: which one holds the tab
 * stop is settled only after they are shown.
 */
const CONTROLS = [
  '[aria-pressed="true"]',
  ':is(input:not([type="hidden"], [aria-hidden="true"]), textarea, button):not([tabindex="-1"], [data-aside])',
  "[aria-pressed]",
].map((selector) => `${selector}:not(:disabled, [data-disabled])`);

/**
 * Moves the focus to the control that a problem's path names ("stances.0.value", "fields.sourcing"), or to the nearest
 * part around it that is there. Answers whether there was one.
 */
export function focusPart(root: ParentNode, path: string): boolean {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const part = root.querySelector(`[data-path="${CSS.escape(steps.slice(0, length).join("."))}"]`);
    const found = CONTROLS.map((selector) => part?.querySelector<HTMLElement>(selector));
    const control = found.find(Boolean);
    if (!control) continue;
    control.focus();
    control.scrollIntoView({ block: "nearest" });
    return true;
  }
  return false;
}

/** The path of the part that has the focus, null outside of any. */
export function focusedPath(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-path]")?.dataset.path ?? null;
}
