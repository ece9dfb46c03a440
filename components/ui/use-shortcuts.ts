"use client";
import { useEffect, useLayoutEffect, useRef } from "react";
import { chordOf, isTypingTarget, type Shortcut } from "./shortcut";

/** Listens for the table's keys on the whole page; silent while typing, in dialogs and in open menus or lists. */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const latest = useRef(shortcuts);
  // With the change to the screen, not after it: a key typed at what is seen must act on what is seen.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      // Composing text in an input method sends keys that are not meant as commands.
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target;
      if (target instanceof Element && target.closest("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]"))
        return;
      const typing = isTypingTarget(target);
      const chord = chordOf(event);
      const found = latest.current.find(
        ({ keys, run, whileTyping }) => run && keys.includes(chord) && (!typing || whileTyping),
      );
      if (found?.run && found.run(event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}
