"use client";

import { type RefObject, useEffect, useState } from "react";
import type { ArticleSurfaceHandle, WordHint } from "@/components/article/surface-handle";
import type { SpanRole } from "@/domain/codebook/codebook";
import type { Range } from "@/domain/text/span";
import { hintLabels } from "./hint-labels";

/** Words with letters to pick a range by: the first word's, then the last one's. */
type Picking = {
  role: SpanRole;
  statementId: string;
  words: readonly Range[];
  labels: readonly string[];
  typed: string;
  /** Index of the first word once it is picked. */
  first: number | null;
};

type WordPicking = {
  picking: Picking | null;
  begin: (role: SpanRole, statementId: string, words: readonly Range[]) => void;
};

/**
 * Picking words by letters shown over them. Letters belong to it while it lasts; Shift with the last letter takes that
 * word alone, Enter the one picked first. Any other key, and any press of a pointer, ends it and means what it always does.
 */
export function useWordPicking({
  surface,
  activeId,
  onPick,
}: {
  surface: RefObject<ArticleSurfaceHandle | null>;
  activeId: string | null;
  onPick: (role: SpanRole, range: Range) => void;
}): WordPicking {
  const [held, setPicking] = useState<Picking | null>(null);
  const picking = held?.statementId === activeId ? held : null;

  useEffect(() => {
    surface.current?.showHints(picking ? hintsOf(picking) : []);
  }, [picking, surface]);

  useEffect(() => {
    if (!picking) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (!picking || event.isComposing || MODIFIERS.has(event.key)) return;
      const next = event.ctrlKey || event.metaKey || event.altKey ? null : step(picking, event);
      if (next === null) {
        setPicking(null);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      setPicking("range" in next ? null : next.picking);
      if ("range" in next) onPick(picking.role, next.range);
    }
    const end = () => setPicking(null);
    // Before the article's own keys and the commands': a letter names a word now.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    window.addEventListener("pointerdown", end);
    return () => {
      window.removeEventListener("keydown", onKeyDown, { capture: true });
      window.removeEventListener("pointerdown", end);
    };
  });

  return {
    picking,
    begin: (role, statementId, words) => {
      const labels = hintLabels(words.length);
      setPicking({ role, statementId, words: words.slice(0, labels.length), labels, typed: "", first: null });
    },
  };
}

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock", "AltGraph"]);

/** What a key does; null: it is not for this. */
function step(
  picking: Picking,
  { key, shiftKey }: KeyboardEvent,
): { range: Range } | { picking: Picking | null } | null {
  const { first, labels, typed, words } = picking;
  if (key === "Escape")
    return { picking: typed === "" && first === null ? null : { ...picking, typed: "", first: null } };
  if (key === "Backspace") return { picking: typed === "" ? { ...picking, first: null } : { ...picking, typed: "" } };
  if (key === "Enter") return first === null ? null : { range: words[first] as Range };
  if (!/^[a-z]$/i.test(key)) return null;
  const letters = typed + key.toLowerCase();
  const index = labels.indexOf(letters);
  // A letter that names nothing is a slip: nothing happens, least of all what the letter does elsewhere.
  if (index < 0)
    return { picking: labels.some((label) => label.startsWith(letters)) ? { ...picking, typed: letters } : picking };
  if (shiftKey) return { range: words[index] as Range };
  if (first === null) return { picking: { ...picking, typed: "", first: index } };
  const [from, to] = [words[Math.min(first, index)] as Range, words[Math.max(first, index)] as Range];
  return { range: { start: from.start, end: to.end } };
}

function hintsOf({ words, labels, typed, first }: Picking): WordHint[] {
  return words.map(({ start }, index) => {
    const label = labels[index] ?? "";
    const matches = label.startsWith(typed);
    const emphasis = index === first ? "chosen" : matches ? "normal" : "receded";
    return { at: start, label, typed: matches ? typed.length : 0, emphasis };
  });
}
