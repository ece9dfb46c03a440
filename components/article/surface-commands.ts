import { EditorSelection, type EditorState, Facet, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { hasKept, keepRanges } from "./kept-ranges";
import { moveByPassage } from "./move-by-passage";

/**
 * Something to do in the article. Without `dispatch` it only answers whether it is possible, with it also does it: the
 * same function enables a button and runs it.
 */
export type SurfaceCommand = (state: EditorState, dispatch?: (spec: TransactionSpec) => void) => boolean;

type Passages = () => readonly { start: number; end: number }[];
type PassageFacet = Facet<Passages, Passages>;

/** The document's sentences in UTF-16 units, found when first asked for. */
export const sentencesOf: PassageFacet = Facet.define({ combine: (values) => values[0] ?? (() => []) });
/** Its paragraphs, likewise. */
export const paragraphsOf: PassageFacet = Facet.define({ combine: (values) => values[0] ?? (() => []) });

function passageCommand(passages: PassageFacet, direction: "next" | "previous", extend: boolean): SurfaceCommand {
  return (state, dispatch) => {
    const moved = moveByPassage(state.facet(passages)(), state.selection.main, { direction, extend });
    if (!moved) return false;
    dispatch?.({
      selection: EditorSelection.single(moved.anchor, moved.head),
      effects: EditorView.scrollIntoView(moved.head, { y: "nearest", yMargin: 96 }),
      userEvent: "select.passage",
    });
    return true;
  };
}

export const nextSentence = passageCommand(sentencesOf, "next", false);
export const previousSentence = passageCommand(sentencesOf, "previous", false);
export const extendToNextSentence = passageCommand(sentencesOf, "next", true);
export const extendToPreviousSentence = passageCommand(sentencesOf, "previous", true);
export const nextParagraph = passageCommand(paragraphsOf, "next", false);
export const previousParagraph = passageCommand(paragraphsOf, "previous", false);
export const extendToNextParagraph = passageCommand(paragraphsOf, "next", true);
export const extendToPreviousParagraph = passageCommand(paragraphsOf, "previous", true);

/** Makes the other end of the selection the one that Shift and the arrows move. */
export const swapSelectionEnds: SurfaceCommand = (state, dispatch) => {
  const { main } = state.selection;
  if (main.empty) return false;
  dispatch?.({ selection: EditorSelection.single(main.head, main.anchor), scrollIntoView: true, userEvent: "select" });
  return true;
};

/** Leaves a caret at the end of what was selected, and nothing kept. */
export const clearSelection: SurfaceCommand = (state, dispatch) => {
  const { selection } = state;
  if (selection.main.empty && selection.ranges.length === 1 && !hasKept(state)) return false;
  dispatch?.({
    selection: EditorSelection.cursor(selection.main.head),
    effects: keepRanges.of([]),
    userEvent: "select",
  });
  return true;
};
