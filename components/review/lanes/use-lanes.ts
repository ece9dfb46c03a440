import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { oncePerFrame, type SurfaceGeometry } from "@/components/article/surface-geometry";
import { afterPaint } from "@/components/ui/after-paint";
import type { LaneEntry } from "./lane-entries";
import { shareLines } from "./share-lines";

/** A piece of a statement at the height of its words, in px below the top of the lanes. */
export interface LaneBar {
  key: string;
  entry: LaneEntry;
  /** Which of its pieces, from 0. */
  piece: number;
  top: number;
  height: number;
}

interface LanesParts {
  lanes: RefObject<HTMLElement | null>;
  geometry: () => SurfaceGeometry | null;
  /** Is called whenever the words stand elsewhere; set by the lanes. */
  moved: RefObject<(() => void) | null>;
  entries: readonly LaneEntry[];
}

/** Keeps the bars near the window laid out beside their words, whatever scrolls. */
export function useLanes(parts: LanesParts): readonly LaneBar[] {
  const [bars, setBars] = useState<readonly LaneBar[]>([]);
  const latest = useRef(parts);
  const laid = useRef({ from: 0, to: 0 });

  const lay = useCallback((cause: "scroll" | "moved") => {
    const { lanes, geometry, entries } = latest.current;
    const words = geometry();
    if (!lanes.current || !words) return;
    const { top } = lanes.current.getBoundingClientRect();
    const { innerHeight } = window;
    const seen = { from: -top, to: innerHeight - top };
    if (cause === "scroll" && seen.from >= laid.current.from && seen.to <= laid.current.to) return;
    laid.current = { from: seen.from - innerHeight / 2, to: seen.to + innerHeight / 2 };
    const next = layBars(entries, words, { shift: words.windowTop() - top, ...laid.current });
    // In the frame that asks for it: a moment later the bars would stand beside other words.
    flushSync(() => setBars(next));
  }, []);

  useLayoutEffect(() => {
    latest.current = parts;
  });
  const [changed] = useState(() => oncePerFrame(() => lay("moved")));
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid out anew when there are other entries
  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      // At first the article is what one waits for.
      return afterPaint(changed.ask);
    }
    changed.ask();
  }, [changed, parts.entries]);

  const { moved } = parts;
  useEffect(() => {
    const scrolled = oncePerFrame(() => lay("scroll"));
    moved.current = () => lay("moved");
    // What scrolls is the article's column or, on narrow screens, the page.
    document.addEventListener("scroll", scrolled.ask, { capture: true, passive: true });
    window.addEventListener("resize", changed.ask);
    return () => {
      moved.current = null;
      document.removeEventListener("scroll", scrolled.ask, { capture: true });
      scrolled.cancel();
      changed.cancel();
      window.removeEventListener("resize", changed.ask);
    };
  }, [lay, moved, changed]);

  return bars;
}

interface Window {
  /** From the surface's heights to those of the lanes. */
  shift: number;
  from: number;
  to: number;
}

function layBars(entries: readonly LaneEntry[], words: SurfaceGeometry, { shift, from, to }: Window): LaneBar[] {
  const near = { start: words.positionAt(from - shift), end: words.positionAt(to - shift) };
  const tops = new Map<number, number>();
  const topOf = (position: number) => {
    const top = tops.get(position) ?? words.topOf(position) + shift;
    tops.set(position, top);
    return top;
  };
  const columns = new Map<string, { entry: LaneEntry; piece: number; start: number; first: number; last: number }[]>();
  for (const entry of entries) {
    for (const [piece, { start, end }] of entry.ranges.entries()) {
      if (end < near.start || start > near.end) continue;
      const column = `${entry.lane} ${entry.column ?? ""}`;
      const own = columns.get(column) ?? [];
      own.push({ entry, piece, start, first: topOf(start), last: topOf(Math.max(start, end - 1)) });
      columns.set(column, own);
    }
  }
  return [...columns.values()].flatMap((pieces) => {
    pieces.sort((a, b) => a.start - b.start);
    const places = shareLines(pieces, words.lineHeight);
    return pieces.map(({ entry, piece }, at) => ({
      key: `${entry.clusterId} ${entry.lane} ${piece}`,
      entry,
      piece,
      ...(places[at] ?? { top: 0, height: 0 }),
    }));
  });
}
