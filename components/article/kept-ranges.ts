import { EditorSelection, type EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import type { SurfaceCommand } from "./surface-commands";
import type { Utf16Range } from "./text-selection";

/** Puts other ranges in the place of those kept. */
export const keepRanges = StateEffect.define<readonly Utf16Range[]>();

/**
 * What was selected before and still counts while the caret goes on to select more: the way to several selections without
 * a pointer. They are not ranges of the editor's selection, which every movement of the caret would move too.
 */
export const keptField = StateField.define<readonly Utf16Range[]>({
  create: () => [],
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(keepRanges)) return effect.value;
    // A pointer starts anew unless it adds to what is selected.
    return value.length > 0 && startsAnew(transaction.isUserEvent("select.pointer"), transaction.newSelection)
      ? []
      : value;
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) =>
      Decoration.set(
        state.field(field).map(({ from, to }) => keptMark.range(from, to)),
        true,
      ),
    ),
  ],
});

const keptMark = Decoration.mark({ class: "article-selected" });

function startsAnew(byPointer: boolean, selection: EditorSelection): boolean {
  return byPointer && selection.ranges.length === 1 && selection.main.empty;
}

/** Keeps what is selected and leaves a caret at its end, from where the next part can be selected. */
export const keepSelection: SurfaceCommand = (state, dispatch) => {
  const selected = state.selection.ranges.filter((range) => !range.empty);
  if (selected.length === 0) return false;
  const kept = [...state.field(keptField), ...selected.map(({ from, to }) => ({ from, to }))];
  dispatch?.({
    selection: EditorSelection.cursor(state.selection.main.head),
    effects: keepRanges.of(kept),
    userEvent: "select",
  });
  return true;
};

export function hasKept(state: EditorState): boolean {
  return state.field(keptField).length > 0;
}
