import type { EditorView } from "@codemirror/view";
import type { Edge } from "@/domain/statement/move-edge";
import type { DocumentText } from "@/domain/text/document-text";
import { dragEdge, edgeField } from "./edge-field";
import { toSurface } from "./text-selection";

/** Within so many pixels of its pane's edge a drag scrolls the pane, faster the nearer. */
const SCROLL_ZONE = 48;

/**
 * Follows one pointer from its press on a handle until it is let go. Nothing is changed before that; Escape, or the system
 * taking the pointer away, leaves everything as it was.
 */
export function startEdgeDrag(
  press: PointerEvent,
  { view, text, edge }: { view: EditorView; text: DocumentText; edge: Edge },
): void {
  if (press.button !== 0 || !press.isPrimary) return;
  const from = toSurface(text, edge.span);
  const place = view.coordsAtPos(edge.side === "start" ? from.from : from.to, edge.side === "start" ? 1 : -1);
  if (!place) return;
  // Neither the selection nor the focus: the press is for the handle alone.
  press.preventDefault();
  press.stopPropagation();

  // Handles hang off the line, so what is followed is the edge and not the finger, which would cover it. A mouse points at
  // words: a quarter of a line is enough for it to stay on the line it comes from.
  const slack = press.pointerType === "mouse" ? (place.bottom - place.top) / 4 : Number.POSITIVE_INFINITY;
  const hanging = press.clientY - (place.top + place.bottom) / 2;
  const offset = { x: press.clientX - place.left, y: Math.max(-slack, Math.min(hanging, slack)) };
  const pane = scrollingPane(view.dom);
  let pointer = { x: press.clientX, y: press.clientY };
  let position: number | null = null;
  let frame = 0;

  function follow(): void {
    const unit = view.posAtCoords({ x: pointer.x - offset.x, y: pointer.y - offset.y }, false);
    const next = text.fromUtf16(unit, edge.side === "start" ? "down" : "up");
    if (next === position) return;
    const found = view.state.field(edgeField).edges?.preview(edge, next);
    if (!found) {
      end();
      return;
    }
    position = next;
    view.dispatch({ effects: dragEdge.of({ edge, from, to: toSurface(text, found.range), stop: found.stop }) });
  }

  function scrollNearEdges(): void {
    const box = pane.getBoundingClientRect();
    const above = SCROLL_ZONE - (pointer.y - Math.max(box.top, 0));
    const below = SCROLL_ZONE - (Math.min(box.bottom, window.innerHeight) - pointer.y);
    const by = above > 0 ? -above / 4 : below > 0 ? below / 4 : 0;
    if (by !== 0) {
      pane.scrollTop += by;
      follow();
    }
    frame = requestAnimationFrame(scrollNearEdges);
  }

  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const moved = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
    // A press that does not travel changes nothing.
    if (frame === 0 && moved < 3) return;
    pointer = { x: event.clientX, y: event.clientY };
    if (frame === 0) frame = requestAnimationFrame(scrollNearEdges);
    follow();
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    const { edges } = view.state.field(edgeField);
    const last = position;
    end();
    if (last !== null) edges?.move(edge, last);
    view.focus();
  };
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === press.pointerId) end();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };

  function end(): void {
    cancelAnimationFrame(frame);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKey, true);
    view.dispatch({ effects: dragEdge.of(null) });
  }

  // On the window: the handle itself may be drawn anew while it is dragged.
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKey, true);
  view.dispatch({ effects: dragEdge.of({ edge, from, to: from, stop: null }) });
}

function scrollingPane(element: HTMLElement): Element {
  for (let pane = element.parentElement; pane; pane = pane.parentElement) {
    const { overflowY } = getComputedStyle(pane);
    if ((overflowY === "auto" || overflowY === "scroll") && pane.scrollHeight > pane.clientHeight) return pane;
  }
  return document.documentElement;
}
