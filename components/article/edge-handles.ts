import type { Extension } from "@codemirror/state";
import { Direction, type EditorView, type LayerMarker, layer } from "@codemirror/view";
import { type Edge, isSameSpan } from "@/domain/statement/move-edge";
import type { DocumentText } from "@/domain/text/document-text";
import { lookOf } from "./article-mark";
import { startEdgeDrag } from "./edge-drag";
import { edgeField } from "./edge-field";
import { toSurface } from "./text-selection";

type HandlePlace = { left: number; top: number; height: number; leftwards: boolean; isDragged: boolean };

/** A handle: drawn at its edge, hanging away from the words so that the two of one word can both be hit. */
class HandleMarker implements LayerMarker {
  constructor(
    readonly edge: Edge,
    readonly place: HandlePlace,
    readonly onPress: (event: PointerEvent, edge: Edge) => void,
  ) {}

  eq(other: HandleMarker): boolean {
    const { place, edge } = this;
    const { place: was } = other;
    return (
      edge.side === other.edge.side &&
      isSameSpan(edge.span, other.edge.span) &&
      place.left === was.left &&
      place.top === was.top &&
      place.height === was.height &&
      place.leftwards === was.leftwards &&
      place.isDragged === was.isDragged
    );
  }

  draw(): HTMLElement {
    const handle = document.createElement("div");
    const { edge, place } = this;
    handle.className = [
      "article-edge",
      `is-${edge.side}`,
      `look-${lookOf(edge.span.role)}`,
      place.leftwards ? "is-leftwards" : "is-rightwards",
      place.isDragged ? "is-dragged" : "",
    ].join(" ");
    handle.dataset.role = edge.span.role;
    handle.dataset.side = edge.side;
    handle.style.left = `${place.left}px`;
    handle.style.top = `${place.top}px`;
    handle.style.height = `${place.height}px`;
    handle.addEventListener("pointerdown", (event) => this.onPress(event, edge));
    return handle;
  }
}

/** Why a dragged edge goes no further, said beside it. */
class StopMarker implements LayerMarker {
  constructor(
    readonly words: string,
    readonly left: number,
    readonly top: number,
  ) {}

  eq(other: StopMarker): boolean {
    return this.words === other.words && this.left === other.left && this.top === other.top;
  }

  draw(): HTMLElement {
    const note = document.createElement("div");
    note.className = "article-edge-stop";
    note.textContent = this.words;
    note.style.left = `${this.left}px`;
    note.style.top = `${this.top}px`;
    return note;
  }
}

/** Handles on the edges of the active statement's spans, for mouse, pen and finger. The keyboard has its own commands. */
export function edgeHandles(text: DocumentText): Extension {
  return [
    edgeField,
    layer({
      above: true,
      class: "article-edges",
      update: (update) => update.startState.field(edgeField) !== update.state.field(edgeField),
      markers: (view) => markersOf(view, text),
    }),
  ];
}

function markersOf(view: EditorView, text: DocumentText): LayerMarker[] {
  const { edges, drag } = view.state.field(edgeField);
  if (!edges) return [];
  const origin = originOf(view);
  const markers: LayerMarker[] = [];
  for (const span of edges.spans) {
    for (const side of ["start", "end"] as const) {
      const isDragged = drag !== null && drag.edge.side === side && isSameSpan(drag.edge.span, span);
      const { from, to } = isDragged ? drag.to : toSurface(text, span);
      const position = side === "start" ? from : to;
      // What is not rendered has no place.
      if (position < view.viewport.from || position > view.viewport.to) continue;
      const place = view.coordsAtPos(position, side === "start" ? 1 : -1);
      if (!place) continue;
      const rightToLeft = directionAt(view, side === "start" ? position : position - 1) === Direction.RTL;
      markers.push(
        new HandleMarker(
          { span, side },
          {
            left: place.left - origin.left,
            top: place.top - origin.top,
            height: place.bottom - place.top,
            leftwards: (side === "start") !== rightToLeft,
            isDragged,
          },
          (event, edge) => startEdgeDrag(event, { view, text, edge }),
        ),
      );
      if (isDragged && drag.stop) {
        const width = view.contentDOM.clientWidth;
        const left = Math.max(0, Math.min(place.left - origin.left - 120, width - 256));
        markers.push(new StopMarker(drag.stop, left, place.bottom - origin.top + 14));
      }
    }
  }
  return markers;
}

/** The direction of the character after a position, which in a line of two directions need not be the line's. */
function directionAt(view: EditorView, position: number): Direction {
  const line = view.state.doc.lineAt(Math.max(0, position));
  const unit = position - line.from;
  const run = view.bidiSpans(line).find((span) => span.from <= unit && unit < span.to);
  return run?.dir ?? view.textDirectionAt(line.from);
}

/** Where layers count from. */
function originOf(view: EditorView): { left: number; top: number } {
  const box = view.scrollDOM.getBoundingClientRect();
  return { left: box.left - view.scrollDOM.scrollLeft, top: box.top - view.scrollDOM.scrollTop };
}
