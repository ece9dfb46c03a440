const FOCUSABLE =
  ':is(input:not([type="hidden"], [aria-hidden="true"]), textarea, button):not(:disabled, [data-disabled], [tabindex="-1"], [data-aside])';

/**
 * Moves the focus to the control that a problem's path names ("stances.0.value", "fields.sourcing"), or to the nearest
 * part around it that is there. Answers whether there was one.
 */
export function focusPart(root: ParentNode, path: string): boolean {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const part = root.querySelector(`[data-path="${CSS.escape(steps.slice(0, length).join("."))}"]`);
    const control = part?.querySelector<HTMLElement>(FOCUSABLE);
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
