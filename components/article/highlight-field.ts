import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Utf16Range } from "./text-selection";

/** Ranges to point out for as long as somebody looks at them elsewhere, as in the list of overlapping statements. */
export const pointOut = StateEffect.define<readonly Utf16Range[]>();

const pointedOut = Decoration.mark({ class: "article-pointed" });

export const highlightField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, { effects }) {
    for (const effect of effects) {
      if (!effect.is(pointOut)) continue;
      const ranges = effect.value.filter((range) => range.from < range.to);
      return Decoration.set(
        ranges.map((range) => pointedOut.range(range.from, range.to)),
        true,
      );
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});
