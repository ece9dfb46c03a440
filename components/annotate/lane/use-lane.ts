import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { oncePerFrame, type SurfaceGeometry } from "@/components/article/surface-geometry";
import { afterPaint } from "@/components/ui/after-paint";
import type { Range } from "@/domain/text/span";
import type { ShownStatement } from "../annotation";
import { findFirstFrom } from "../statement-board";
import { type LaneBlock, type LaneItem, type LaneMeasures, planLane, STRETCH, stretchOf } from "./plan-lane";

/** Something with a place in the text that stands in the lane without being a statement of the reader's. */
export type LaneGuest = { id: string; place: Range };

type LaneParts = {
  list: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  geometry: () => SurfaceGeometry | null;
  /** Is called whenever the words stand elsewhere; set by the lane. */
  moved: RefObject<(() => void) | null>;
  statements: readonly ShownStatement[];
  /** In the order of their places. */
  guests: readonly LaneGuest[];
  /** The one whose card is open: a statement, or a guest. */
  active: LaneGuest | null;
  /** Without `perRow`, which follows from the width of the list. */
  measures: Omit<LaneMeasures, "perRow">;
  /** Length of the text in code points. */
  length: number;
};

export type Lane = {
  blocks: readonly LaneBlock[];
  /** Which statements these are, by their places in the list of all. */
  near: { from: number; to: number };
  perRow: number;
  /** Where the open card wants to stand, and the lines it is about; null while none is open. */
  open: { top: number; passage: { top: number; height: number } } | null;
};

/** Width of a tab with the space beside it, in px. */
export const TAB_WIDTH = 56;
/** Kept free above and below an open card, in px. */
export const LANE_EDGE = 8;
/** From the top of a card to the middle of its first line. */
const FIRST_LINE = 16;
const CALM_MS = 250;
/** How far beyond what is seen cards are drawn, in heights of the view: each costs something in every frame. */
const AHEAD = 0.25;
/** Cards that one can follow with the eyes while they move; more are where they belong at once. */
const FOLLOWED = 12;

/** Keeps the lane laid out: what stands in it and where, in px below the top of the list. Null until it can be told. */
export function useLane(parts: LaneParts): { lane: Lane | null; watchOpen: (card: HTMLElement | null) => void } {
  const [lane, setLane] = useState<Lane | null>(null);
  const latest = useRef(parts);
  const tops = useRef(new Map<number, number>());
  const planned = useRef({ from: 0, to: 0 });
  const isLaid = useRef(false);
  const openCard = useRef<HTMLElement>(null);
  const openHeight = useRef(0);
  const calmUntil = useRef(0);

  const lay = useCallback((cause: "choice" | "scroll" | "moved") => {
    const { list, scroller, geometry, active } = latest.current;
    const words = geometry();
    if (!list.current || !scroller.current || !words) return;
    isLaid.current = true;
    openHeight.current = openCard.current?.offsetHeight ?? openHeight.current;
    const laneTop = list.current.getBoundingClientRect().top;
    const frame = scroller.current.getBoundingClientRect();
    const seen = { from: frame.top - laneTop, to: frame.bottom - laneTop };
    if (cause === "scroll" && !active && seen.from >= planned.current.from && seen.to <= planned.current.to) return;
    if (cause === "moved") tops.current.clear();
    if (cause === "choice") calmUntil.current = performance.now() + CALM_MS;
    const calm = cause !== "scroll" && performance.now() < calmUntil.current;
    list.current.style.setProperty("--lane-view", `${frame.height}px`);
    const ahead = frame.height * AHEAD;
    planned.current = { from: seen.from - ahead, to: seen.to + ahead };
    const next = readLane(latest.current, words, {
      shift: words.windowTop() - laneTop,
      seen,
      planned: planned.current,
      tops: tops.current,
      openHeight: openHeight.current,
      perRow: Math.max(1, Math.floor(list.current.clientWidth / TAB_WIDTH)),
    });
    const cards = next.blocks.reduce((sum, { ids }) => sum + ids.length, 0);
    list.current.dataset.motion = calm && cards <= FOLLOWED ? "calm" : "none";
    // In the frame that asks for it: a moment later it would stand over what has moved.
    flushSync(() => setLane((held) => (held && isSame(held, next) ? held : next)));
  }, []);

  const { statements, guests, active, measures } = parts;
  useLayoutEffect(() => {
    latest.current = parts;
  });
  // In the frame that shows what was chosen, before its paint, when the page is measured anyway.
  const [chosen] = useState(() => oncePerFrame(() => lay("choice")));
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew when any of these is another
  useLayoutEffect(() => {
    if (isLaid.current) chosen.ask();
    // At first the article is what one waits for.
    else return afterPaint(() => lay("choice"));
  }, [chosen, lay, statements, guests, active?.id, measures]);

  const { moved, scroller } = parts;
  useEffect(() => {
    const box = scroller.current;
    const scrolled = oncePerFrame(() => lay("scroll"));
    const resized = new ResizeObserver(() => lay("moved"));
    moved.current = () => lay("moved");
    box?.addEventListener("scroll", scrolled.ask, { passive: true });
    if (box) resized.observe(box);
    return () => {
      moved.current = null;
      box?.removeEventListener("scroll", scrolled.ask);
      scrolled.cancel();
      chosen.cancel();
      resized.disconnect();
    };
  }, [lay, moved, scroller, chosen]);

  const watchOpen = useCallback(
    (card: HTMLElement | null) => {
      if (!card) return;
      openCard.current = card;
      const watch = new ResizeObserver(() => openHeight.current !== card.offsetHeight && lay("moved"));
      watch.observe(card);
      return () => {
        if (openCard.current === card) openCard.current = null;
        watch.disconnect();
      };
    },
    [lay],
  );
  return { lane, watchOpen };
}

type Reading = {
  /** From the surface's heights to the list's. */
  shift: number;
  seen: { from: number; to: number };
  planned: { from: number; to: number };
  tops: Map<number, number>;
  openHeight: number;
  perRow: number;
};

function readLane(parts: LaneParts, words: SurfaceGeometry, reading: Reading): Lane {
  const { statements, guests, active, length } = parts;
  const { shift, seen, planned, tops, openHeight, perRow } = reading;
  const topOf = (position: number) => {
    const at = Math.min(position, length);
    const known = tops.get(at) ?? words.topOf(at);
    tops.set(at, known);
    return known + shift;
  };
  const cardTop = (position: number) => topOf(position) + words.lineHeight / 2 - FIRST_LINE;

  const from = stretchOf({ start: words.positionAt(planned.from - shift) }) * STRETCH;
  const to = (stretchOf({ start: words.positionAt(planned.to - shift) }) + 1) * STRETCH;
  const slice = { from: findFirstFrom(statements, from), to: findFirstFrom(statements, to) };
  const near: { id: string; place: Range }[] = statements.slice(slice.from, slice.to);
  const visitors = guests.filter(({ place }) => place.start >= from && place.start < to);
  if (visitors.length > 0) near.push(...visitors);
  if (visitors.length > 0) near.sort((a, b) => a.place.start - b.place.start);
  const isBefore = ({ place }: { place: Range }) => active !== null && place.start < active.place.start;
  const activeAt = near.findIndex(({ id }) => id === active?.id);
  const items = near
    .filter(({ id }) => id !== active?.id)
    .map(({ id, place }): LaneItem => ({ id, start: place.start, top: cardTop(place.start) }));

  const wanted = active && cardTop(active.place.start);
  const stands =
    wanted === null ? null : Math.max(seen.from + LANE_EDGE, Math.min(wanted, seen.to - LANE_EDGE - openHeight));
  const blocks = planLane(items, {
    measures: { ...parts.measures, perRow },
    open:
      stands === null
        ? null
        : { top: stands, height: openHeight, at: activeAt >= 0 ? activeAt : near.filter(isBefore).length },
    stretch: (number) => {
      const top = topOf(number * STRETCH);
      const next = (number + 1) * STRETCH;
      return { top, height: next < length ? topOf(next) - top : topOf(length) + words.lineHeight - top };
    },
  });
  if (!active || wanted === null) return { blocks, near: slice, perRow, open: null };
  const first = topOf(active.place.start);
  const last = topOf(Math.max(active.place.start, active.place.end - 1)) + words.lineHeight;
  const passage = { top: first, height: last - first };
  return { blocks, near: slice, perRow, open: { top: Math.max(0, wanted), passage } };
}

function isSame(a: Lane, b: Lane): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
