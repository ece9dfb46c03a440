import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Edge } from "@/domain/statement/move-edge";
import type { ArticleEdges } from "./article-edges";
import type { Utf16Range } from "./text-selection";

/** An edge on its way: where the span was and would be, in the surface, and why it goes no further. */
export type EdgeDrag = { edge: Edge; from: Utf16Range; to: Utf16Range; stop: string | null };

type EdgeState = { edges: ArticleEdges | null; drag: EdgeDrag | null };

export const showEdges = StateEffect.define<ArticleEdges | null>();
export const dragEdge = StateEffect.define<EdgeDrag | null>();

const joining = Decoration.mark({ class: "article-joining" });
const leaving = Decoration.mark({ class: "article-leaving" });

/** What the dragged span would gain and lose. */
function decorateDrag({ from, to }: EdgeDrag): DecorationSet {
  const pieces = [
    { from: to.from, to: from.from, joins: true },
    { from: from.from, to: to.from, joins: false },
    { from: from.to, to: to.to, joins: true },
    { from: to.to, to: from.to, joins: false },
  ].filter((piece) => piece.from < piece.to);
  return Decoration.set(
    pieces.map((piece) => (piece.joins ? joining : leaving).range(piece.from, piece.to)),
    true,
  );
}

/** The edges that have handles, and the one being dragged. */
export const edgeField = StateField.define<EdgeState>({
  create: () => ({ edges: null, drag: null }),
  update(value, { effects }) {
    let next = value;
    for (const effect of effects) {
      if (effect.is(showEdges)) next = { ...next, edges: effect.value };
      if (effect.is(dragEdge)) next = { ...next, drag: effect.value };
    }
    return next;
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) => {
      const { drag } = state.field(field);
      return drag ? decorateDrag(drag) : Decoration.none;
    }),
});
