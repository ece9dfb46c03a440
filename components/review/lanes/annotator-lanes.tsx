"use client";
import { type CSSProperties, type KeyboardEvent, memo, type RefObject, useId, useRef, useState } from "react";
import type { SurfaceGeometry } from "@/components/article/surface-geometry";
import { cn } from "@/components/ui/cn";
import type { Reading } from "@/domain/contract/review";
import { readingLetter } from "../review-cluster";
import { GOLD_HUE, readingHue } from "../review-marks";
import type { LaneEntry } from "./lane-entries";
import "./lanes.css";
import { type LaneBar, useLanes } from "./use-lanes";

interface AnnotatorLanesProps {
  readings: readonly Reading[];
  entries: readonly LaneEntry[];
  activeId: string;
  geometry: () => SurfaceGeometry | null;
  /** The lanes put here what is to be called when the words stand elsewhere. */
  moved: RefObject<(() => void) | null>;
  onOpen: (clusterId: string) => void;
  /** Opens the cluster so many places further on. */
  onStep: (step: number) => void;
}

/** Lanes as narrow as this have no room for a letter on a phone. */
const LETTERED = 4;

/** One lane for each reading, and one for gold, beside the text: every statement a bar at the height of its words. */
export const AnnotatorLanes = memo(function AnnotatorLanes(props: AnnotatorLanesProps) {
  const { readings, entries, activeId, geometry, moved, onOpen, onStep } = props;
  const id = useId();
  const lanes = useRef<HTMLDivElement>(null);
  const bars = useLanes({ lanes, geometry, moved, entries });
  const [focusedLane, setFocusedLane] = useState(0);
  const own = bars.filter(({ entry }) => entry.clusterId === activeId);
  const stop = own.find(({ entry }) => entry.lane === focusedLane) ?? own[0];

  function move(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined && side === undefined) return;
    event.preventDefault();
    if (step !== undefined) return onStep(step);
    const inOrder = [...new Set(own.map(({ entry }) => entry.lane))].sort((a, b) => a - b);
    const next = inOrder[inOrder.indexOf(stop?.entry.lane ?? 0) + (side ?? 0)];
    if (next !== undefined) setFocusedLane(next);
  }

  const names = [...readings.map((reading, index) => ({ ...reading, letter: readingLetter(index) }))];
  return (
    <div
      className="annotator-lanes"
      style={{ "--lane-count": readings.length + 1 } as CSSProperties}
      data-lettered={readings.length < LETTERED || undefined}
    >
      <ul aria-label="Lanes" className="annotator-lanes-head">
        {names.map(({ assignmentId, letter, annotator }, index) => (
          <li key={assignmentId} data-hue={readingHue(index)} title={`Reading ${letter}, ${annotator}`}>
            {letter}
            <span className="sr-only">, {annotator}</span>
          </li>
        ))}
        <li data-hue={GOLD_HUE} title="Gold: what was ruled">
          G<span className="sr-only">old</span>
        </li>
      </ul>
      {/* biome-ignore-start lint/a11y: one stop of the Tab key for many narrow bars, of which the arrow keys choose one */}
      <div
        ref={lanes}
        role="group"
        tabIndex={0}
        aria-activedescendant={stop && `${id} ${stop.key}`.replaceAll(" ", "-")}
        aria-label="Statements of each reading, beside the text. Arrow keys lead from one to the next."
        className="annotator-lanes-bars"
        onKeyDown={move}
      >
        {/* biome-ignore-end lint/a11y: see above */}
        <ActiveBand bars={own} />
        <Brackets bars={bars} />
        {bars.map(({ key, ...bar }) => (
          <Bar
            key={key}
            id={`${id} ${key}`.replaceAll(" ", "-")}
            {...bar}
            isActive={bar.entry.clusterId === activeId}
            isStop={key === stop?.key}
            onOpen={(entry) => {
              setFocusedLane(entry.lane);
              onOpen(entry.clusterId);
            }}
          />
        ))}
      </div>
    </div>
  );
});

/** Holds the bars of the open cluster together, across all lanes. */
function ActiveBand({ bars }: { bars: readonly LaneBar[] }) {
  if (bars.length === 0) return null;
  const top = Math.min(...bars.map((bar) => bar.top));
  const end = Math.max(...bars.map((bar) => bar.top + bar.height));
  return <span aria-hidden className="annotator-lanes-band" style={{ top: top - 4, height: end - top + 8 }} />;
}

/** From the first to the last piece of each interrupted statement. */
function Brackets({ bars }: { bars: readonly LaneBar[] }) {
  const spans = new Map<LaneEntry, { top: number; end: number }>();
  for (const { entry, top, height } of bars) {
    if (entry.ranges.length < 2) continue;
    const known = spans.get(entry) ?? { top, end: top };
    spans.set(entry, { top: Math.min(known.top, top), end: Math.max(known.end, top + height) });
  }
  return [...spans].map(([{ clusterId, lane, hue }, { top, end }]) => (
    <span
      key={`${clusterId} ${lane}`}
      aria-hidden
      data-hue={hue}
      className="lane-bracket"
      style={{ "--lane": lane, top, height: end - top } as CSSProperties}
    />
  ));
}

type BarProps = Omit<LaneBar, "key"> & {
  id: string;
  isActive: boolean;
  isStop: boolean;
  onOpen: (entry: LaneEntry) => void;
};

function Bar({ id, entry, piece, top, height, isActive, isStop, onOpen }: BarProps) {
  const { lane, kind, hue, pattern, differs, column, ranges } = entry;
  const of = ranges.length > 1 ? `, part ${piece + 1} of ${ranges.length}` : "";
  return (
    <button
      id={id}
      type="button"
      tabIndex={-1}
      aria-label={`${entry.label}${of}`}
      aria-current={isActive ? "true" : undefined}
      title={`${entry.label}${of}`}
      data-hue={hue}
      data-lane={lane}
      className={cn(
        "lane-bar",
        `is-${kind}`,
        pattern && `pattern-${pattern}`,
        differs && "is-odd",
        isActive && "is-active",
        isStop && "is-stop",
        column !== null && `column-${Math.min(column, 2)}`,
      )}
      style={{ "--lane": lane, top, height } as CSSProperties}
      onClick={() => onOpen(entry)}
    />
  );
}
