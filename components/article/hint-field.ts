import { findClusterBreak, type Range as PlacedDecoration, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Letters shown at a word, which name it while they are typed. Position in UTF-16 units. */
export type PlacedHint = {
  at: number;
  label: string;
  /** How many of its letters are typed. */
  typed: number;
  emphasis: "normal" | "chosen" | "receded";
};

/** Shows other letters, or none. */
export const showHints = StateEffect.define<readonly PlacedHint[]>();

/**
 * Letters over words, drawn by the word's first character so that they stand on the word's line; the words stay where they
 * are. Assistive technology is told none: whoever listens selects words instead.
 */
export const hintField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, { effects, state }) {
    for (const effect of effects) {
      if (!effect.is(showHints)) continue;
      const placed: PlacedDecoration<Decoration>[] = effect.value.map(({ at, label, typed, emphasis }) => {
        const line = state.doc.lineAt(at);
        const end = line.from + findClusterBreak(line.text, at - line.from);
        const attributes = { "data-letters": label, "data-untyped": label.slice(typed) };
        return Decoration.mark({ class: `article-hint is-${emphasis}`, attributes }).range(at, end);
      });
      return Decoration.set(placed, true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});
