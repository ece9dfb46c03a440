import type { Extension } from "@codemirror/state";
import { type EditorView, keymap } from "@codemirror/view";
import { catchLetters } from "@/components/ui/catch-letters";
import { lazyPart } from "@/components/ui/lazy-part";

export const findPanel = lazyPart(() => import("./find-panel"));
/** Surfaces that have their search. */
const equipped = new WeakSet<EditorView>();
const OPEN = "Mod-f";
const KEYS = [OPEN, "F3", "Mod-g", "Mod-Shift-l", "Mod-Alt-g", "Mod-d"];

/**
 * Opens the search of a surface, or does what another of its keys does. Its script is fetched by the first who searches,
 * and what is typed meanwhile is searched for. `onFailed` when it cannot be fetched; the next call tries again.
 */
export function findInArticle(view: EditorView, onFailed: () => void, key = OPEN): void {
  const letters = catchLetters();
  findPanel.load().then(
    ({ addSearch, runSearchKey }) => {
      const typed = letters.release();
      if (!view.dom.isConnected) return;
      if (!equipped.has(view)) addSearch(view);
      equipped.add(view);
      runSearchKey(view, key, typed);
    },
    () => {
      letters.release();
      onFailed();
    },
  );
}

/** The keys of the search, until it is there and has them itself. */
export function findKeys(onFailed: () => void): Extension {
  return keymap.of(
    KEYS.map((key) => {
      const run = (view: EditorView) => {
        if (equipped.has(view)) return false;
        findInArticle(view, onFailed, key);
        return true;
      };
      return { key, run, shift: key === "F3" || key === "Mod-g" ? run : undefined };
    }),
  );
}
