import { flushSync } from "react-dom";

/*
 * Keys that were pressed after an answer that is still being worked out: what they mean depends on what the screen is
 * after it. They are kept, and pressed again in their order, each on the screen that the one before it left.
 */

export type HeldKeys = {
  /** The answer is given with `run`; then the keys follow. */
  release: (run: () => void) => void;
  /** There will be no answer, and what was pressed on it is not done. */
  drop: () => void;
};

let waiting: KeyboardEvent[] = [];
let holds = 0;
let frame: number | null = null;

/** Holds keys from now on. Escape and chords go where they always go, for one must be able to get out. */
export function holdKeys(): HeldKeys {
  let isHeld = true;
  holds += 1;
  window.addEventListener("keydown", keep, { capture: true });
  function end(): boolean {
    const wasHeld = isHeld;
    isHeld = false;
    if (wasHeld) holds -= 1;
    return wasHeld;
  }
  return {
    release(run) {
      const wasHeld = end();
      // React is in the middle of something where this is called from.
      queueMicrotask(() => {
        flushSync(run);
        if (wasHeld) goOn();
      });
    },
    drop() {
      if (!end()) return;
      waiting = [];
      goOn();
    },
  };
}

const PASSES = new Set(["Escape", "Tab", "Shift", "Control", "Alt", "Meta", "CapsLock", "AltGraph"]);

function keep(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, isComposing, isTrusted } = event;
  // What is pressed again is not kept again.
  if (!isTrusted || isComposing || ctrlKey || metaKey || altKey || PASSES.has(key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting.push(event);
}

/** One key each frame, as fast as somebody could see what it does; keys pressed meanwhile come after them. */
function goOn(): void {
  if (holds > 0 || frame !== null) return;
  if (waiting.length === 0) {
    window.removeEventListener("keydown", keep, { capture: true });
    return;
  }
  frame = requestAnimationFrame(() => {
    frame = null;
    const next = holds === 0 && waiting.shift();
    if (next) flushSync(() => pressAgain(next));
    goOn();
  });
}

function pressAgain({ key, code, shiftKey, location, repeat }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const init = { key, code, shiftKey, location, repeat, bubbles: true, cancelable: true, composed: true };
  if (!target.dispatchEvent(new KeyboardEvent("keydown", init))) return;
  // What browsers do by themselves they do only for keys that were really pressed.
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) typeKey(target, key);
  else if (target instanceof HTMLButtonElement && (key === "Enter" || key === " ")) target.click();
}

function typeKey(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if ([...key].length === 1) field.setRangeText(key, start, end, "end");
  else if (key === "Backspace") field.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end");
  else return;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
