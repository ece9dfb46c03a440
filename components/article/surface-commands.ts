import { EditorSelection, type EditorState, Facet, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { moveBySentence } from "./move-by-sentence";

/**
 * Something to do in the article. Without `dispatch` it only answers whether it is possible, with it also does it: the
 * same function enables a button and runs it.
 */
export type SurfaceCommand = (state: EditorState, dispatch?: (spec: TransactionSpec) => void) => boolean;

type Sentences = () => readonly { start: number; end: number }[];

/** The document's sentences in UTF-16 units, found when first asked for. */
export const sentencesOf = Facet.define<Sentences, Sentences>({ combine: (values) => values[0] ?? (() => []) });

function sentenceCommand(direction: "next" | "previous", extend: boolean): SurfaceCommand {
  return (state, dispatch) => {
    const moved = moveBySentence(state.facet(sentencesOf)(), state.selection.main, { direction, extend });
    if (!moved) return false;
    dispatch?.({
      selection: EditorSelection.single(moved.anchor, moved.head),
      effects: EditorView.scrollIntoView(moved.head, { y: "nearest", yMargin: 96 }),
      userEvent: "select.sentence",
    });
    return true;
  };
}

export const nextSentence = sentenceCommand("next", false);
export const previousSentence = sentenceCommand("previous", false);
export const extendToNextSentence = sentenceCommand("next", true);
export const extendToPreviousSentence = sentenceCommand("previous", true);

/** Makes the other end of the selection the one that Shift and the arrows move. */
export const swapSelectionEnds: SurfaceCommand = (state, dispatch) => {
  const { main } = state.selection;
  if (main.empty) return false;
  dispatch?.({ selection: EditorSelection.single(main.head, main.anchor), scrollIntoView: true, userEvent: "select" });
  return true;
};

/** Leaves a caret at the start of what was selected. */
export const clearSelection: SurfaceCommand = (state, dispatch) => {
  const { selection } = state;
  if (selection.main.empty && selection.ranges.length === 1) return false;
  dispatch?.({ selection: EditorSelection.cursor(selection.main.head), userEvent: "select" });
  return true;
};
