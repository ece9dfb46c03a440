import { EditorSelection, type EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { RefObject } from "react";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import type { ArticleMark, MarkHit } from "./article-mark";
import { describeSelection } from "./describe-selection";
import { findInArticle } from "./find-in-article";
import { pointOut } from "./highlight-field";
import { showHints } from "./hint-field";
import { keepRanges, keptField } from "./kept-ranges";
import { marksAtCaret, sketchMarks } from "./mark-field";
import type { SurfaceCommand } from "./surface-commands";
import { readGeometry, type SurfaceGeometry } from "./surface-geometry";
import { selectedRanges, surfaceSelection, toSurface } from "./text-selection";

/** A place in the window, in pixels: where something points to, and the height of its line. */
export type Place = { x: number; y: number; height: number };

/** What one can ask of the surface from outside. Positions are code points. */
export type ArticleSurfaceHandle = {
  /** The selected ranges, sorted; empty when there is only a caret. */
  getSelection: () => Range[];
  /** Selects ranges and shows the first. Throws RangeError outside the text. */
  selectRanges: (ranges: readonly Range[]) => void;
  /** Brings a range into view without selecting it. */
  scrollTo: (range: Range, align?: "center" | "nearest") => void;
  focus: () => void;
  /** Opens the search over the whole text: the browser's own sees only what is rendered. */
  find: () => void;
  /** Where the caret is, or the moving end of the selection. */
  caret: () => number;
  /** Puts the caret somewhere, selects nothing, and brings the place into view. Throws RangeError outside the text. */
  placeCaret: (position: number) => void;
  /** Position or selection in words to be spoken. */
  describe: () => string;
  /** Shows letters at words, which name them while they are typed; none takes them away. */
  showHints: (hints: readonly WordHint[]) => void;
  /** Statements that have a mark at the caret, smallest first. */
  marksAtCaret: () => MarkHit[];
  /** Where the caret is in the window; null when it is not rendered. */
  caretPlace: () => Place | null;
  /** Draws marks of a statement before they come with the others, and selects nothing any more. */
  sketch: (marks: readonly ArticleMark[]) => void;
  /** Points ranges out until told otherwise; none: nothing. */
  pointOut: (ranges: readonly Range[]) => void;
  /** Where the words stand now; null while the surface is not up. */
  geometry: () => SurfaceGeometry | null;
  can: (command: SurfaceCommand) => boolean;
  run: (command: SurfaceCommand) => boolean;
};

/** Letters at a word; `at` in code points. */
export type WordHint = { at: number; label: string; typed: number; emphasis: "normal" | "chosen" | "receded" };

/** What a surface can be asked, also while it is not up: then nothing is selected and nothing happens. */
export function operateSurface(
  surface: RefObject<EditorView | null>,
  text: DocumentText,
  onNoSearch: () => void,
): ArticleSurfaceHandle {
  const ask = <Answer>(question: (view: EditorView) => Answer, otherwise: Answer): Answer =>
    surface.current ? question(surface.current) : otherwise;

  const reveal = ({ start, end }: Range, align: "center" | "nearest" = "center") => {
    const { from, to } = toSurface(text, { start, end });
    // The whole of it where there is room, else its beginning.
    return EditorView.scrollIntoView(EditorSelection.range(align === "nearest" ? to : from, from), {
      y: align,
      yMargin: 48,
    });
  };
  return {
    getSelection: () => ask(({ state }) => allSelected(text, state), []),
    selectRanges(ranges) {
      const [first] = ranges;
      if (first) surface.current?.dispatch({ selection: surfaceSelection(text, ranges), effects: reveal(first) });
    },
    scrollTo: (range, align) => surface.current?.dispatch({ effects: reveal(range, align) }),
    focus() {
      if (!surface.current?.hasFocus) surface.current?.focus();
    },
    find: () => ask((view) => findInArticle(view, onNoSearch), undefined),
    caret: () => ask(({ state }) => text.fromUtf16(state.selection.main.head, "down"), 0),
    placeCaret(position) {
      surface.current?.dispatch({
        selection: { anchor: text.toUtf16(position) },
        effects: reveal({ start: position, end: position }, "nearest"),
        userEvent: "select",
      });
    },
    describe: () => ask(({ state }) => describeSelection(state), ""),
    showHints(hints) {
      const placed = hints.map(({ at, ...hint }) => ({ ...hint, at: text.toUtf16(at) }));
      surface.current?.dispatch({ effects: showHints.of(placed) });
    },
    marksAtCaret: () => ask(({ state }) => marksAtCaret(state), []),
    caretPlace() {
      const box = ask((view) => view.coordsAtPos(view.state.selection.main.head), null);
      return box ? { x: box.left, y: box.top, height: box.bottom - box.top } : null;
    },
    sketch(marks) {
      const placed = marks.map((mark) => ({ ...mark, ...toSurface(text, mark) }));
      surface.current?.dispatch({
        selection: EditorSelection.cursor(surface.current.state.selection.main.head),
        effects: [sketchMarks.of(placed), keepRanges.of([])],
        userEvent: "select",
      });
    },
    pointOut: (ranges) =>
      surface.current?.dispatch({ effects: pointOut.of(ranges.map((range) => toSurface(text, range))) }),
    geometry: () => ask((view) => readGeometry(view, text), null),
    can: (command) => ask(({ state }) => command(state), false),
    run: (command) => ask((view) => command(view.state, (spec) => view.dispatch(spec)), false),
  };
}

/** All that is selected and kept, as ranges of the text. */
export function allSelected(text: DocumentText, state: EditorState): Range[] {
  return selectedRanges(text, state.selection, state.field(keptField));
}
