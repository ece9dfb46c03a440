import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Direction, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { keptField } from "./kept-ranges";

/** Whether a pointer is pressed: the toolbar stays away while the selection is being drawn. */
export const setPointing = StateEffect.define<boolean>();
const pointingField = StateField.define<boolean>({
  create: () => false,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setPointing)) return effect.value;
    return value;
  },
});

type Box = { left: number; right: number; top: number; bottom: number };
/** Where a range begins and ends, in pixels of the window; null: not rendered, so far away. */
type Ends = { start: Box | null; end: Box | null };

type Placing = {
  /** The range drawn last. */
  main: Ends;
  /** Selected besides. */
  others: readonly Ends[];
  /** The part of the window that the article has. */
  pane: Box;
  size: { width: number; height: number };
  prefers: "above" | "below";
  /** Which end the main range was drawn to. */
  head: "start" | "end";
  gap: number;
  rightToLeft: boolean;
};

const MARGIN = 8;

/**
 * Where to put something beside a selection so that it covers none of it: above or below its main range, or all of its
 * ranges. Where the selection fills the pane there is no such place: then at the end of the pane away from its head.
 * Null when the main range is out of sight.
 */
export function placeBeside(placing: Placing): { left: number; top: number } | null {
  const { main, others, pane, size, prefers, head, gap, rightToLeft } = placing;
  const hasPassed = main.end !== null && main.end.bottom < pane.top;
  const isAhead = main.start !== null && main.start.top > pane.bottom;
  if (hasPassed || isAhead) return null;
  const all = [main, ...others];
  const first = all.flatMap(({ start }) => start ?? []).sort((a, b) => a.top - b.top)[0];
  const last = all.flatMap(({ end }) => end ?? []).sort((a, b) => b.bottom - a.bottom)[0];

  const at = (top: number, beside: Box | null) => {
    const edge = beside ? (rightToLeft ? beside.right - size.width : beside.left) : pane.left;
    const furthest = pane.right - MARGIN - size.width;
    return { left: Math.max(pane.left + MARGIN, Math.min(edge, furthest)), top };
  };
  const above = (box: Box | null | undefined) => box && at(box.top - gap - size.height, box);
  const below = (box: Box | null | undefined) => box && at(box.bottom + gap, box);
  const [near, far] = prefers === "above" ? [above(main.start), below(main.end)] : [below(main.end), above(main.start)];
  const [around, round] = prefers === "above" ? [above(first), below(last)] : [below(last), above(first)];
  const free = [near, far, around, round].find(
    (place) =>
      place &&
      place.top >= pane.top &&
      place.top + size.height <= pane.bottom &&
      !others.some((range) => covers(place, size, range)),
  );
  return free ?? at(head === "end" ? pane.top + MARGIN : pane.bottom - MARGIN - size.height, null);
}

/** Whether something at a place would lie over a range: over its only line, or over any line of several. */
function covers(place: { left: number; top: number }, size: Placing["size"], { start, end }: Ends): boolean {
  if (!start || !end) return false;
  if (place.top >= end.bottom || place.top + size.height <= start.top) return false;
  const isOneLine = end.top < start.bottom;
  const [left, right] = [Math.min(start.left, end.left), Math.max(start.right, end.right)];
  return !isOneLine || (place.left < right && place.left + size.width > left);
}

/** Keeps an element of React's beside what a pointer selected; hidden while there is nothing, or keys selected it. */
export function selectionAnchor(element: HTMLElement, isCoarse: boolean): Extension {
  const plugin = ViewPlugin.define((view) => {
    const { defaultView } = view.dom.ownerDocument;
    const request = { read: () => measure(view, element, isCoarse), write: apply, key: element };
    const measureAgain = () => view.requestMeasure(request);
    const resized = new ResizeObserver(measureAgain);

    function apply(place: { left: number; top: number } | null): void {
      element.style.visibility = place ? "visible" : "hidden";
      if (!place) return;
      const origin = view.dom.getBoundingClientRect();
      element.style.left = `${Math.round(place.left - origin.left)}px`;
      element.style.top = `${Math.round(place.top - origin.top)}px`;
    }
    // Who reads by the keyboard has keys for all of it, and would have the line above covered.
    let byPointer = true;
    let isWanted = true;
    const onPointer = () => {
      byPointer = true;
    };
    const onKey = () => {
      byPointer = false;
    };

    function show(): void {
      const isShown = isWanted && !view.state.selection.main.empty && !view.state.field(pointingField);
      if (element.hidden === isShown) {
        element.hidden = !isShown;
        element.style.visibility = "hidden";
      }
      if (isShown) measureAgain();
    }

    element.hidden = true;
    view.dom.append(element);
    resized.observe(element);
    defaultView?.addEventListener("scroll", measureAgain, { passive: true, capture: true });
    defaultView?.addEventListener("pointerdown", onPointer, true);
    defaultView?.addEventListener("keydown", onKey, true);
    show();
    return {
      update(update: ViewUpdate) {
        if (update.selectionSet) {
          const { main: was } = update.startState.selection;
          const isRefined = !was.empty && was.anchor === update.state.selection.main.anchor;
          isWanted = byPointer || (isWanted && isRefined);
        }
        const pointed = update.startState.field(pointingField) !== update.state.field(pointingField);
        if (update.selectionSet || update.geometryChanged || pointed) show();
      },
      destroy() {
        defaultView?.removeEventListener("scroll", measureAgain, { capture: true });
        defaultView?.removeEventListener("pointerdown", onPointer, true);
        defaultView?.removeEventListener("keydown", onKey, true);
        resized.disconnect();
        element.remove();
      },
    };
  });
  return [pointingField, plugin];
}

function measure(view: EditorView, element: HTMLElement, isCoarse: boolean): { left: number; top: number } | null {
  const { main } = view.state.selection;
  if (element.hidden || main.empty) return null;
  const endsOf = ({ from, to }: { from: number; to: number }): Ends => ({
    start: view.coordsAtPos(from, 1),
    end: view.coordsAtPos(to, -1),
  });
  return placeBeside({
    main: endsOf(main),
    others: [...view.state.selection.ranges, ...(view.state.field(keptField, false) ?? [])]
      .filter((range) => range !== main && range.from < range.to)
      .map(endsOf),
    pane: visiblePane(view.dom),
    size: { width: element.offsetWidth, height: element.offsetHeight },
    // By touch the system's own menu stands above, and its handles hang below.
    prefers: isCoarse ? "below" : "above",
    head: main.head < main.anchor ? "start" : "end",
    gap: isCoarse ? 28 : 8,
    rightToLeft: view.textDirectionAt(main.from) === Direction.RTL,
  });
}

/** The part of the window in which the article shows: what scrolls it, cut at the window. */
function visiblePane(element: HTMLElement): Box {
  const pane: Box = { left: 0, right: window.innerWidth, top: 0, bottom: window.innerHeight };
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(parent);
    const box = parent.getBoundingClientRect();
    if (overflowY !== "visible") {
      pane.top = Math.max(pane.top, box.top);
      pane.bottom = Math.min(pane.bottom, box.bottom);
    }
    if (overflowX !== "visible") {
      pane.left = Math.max(pane.left, box.left);
      pane.right = Math.min(pane.right, box.right);
    }
  }
  return pane;
}
