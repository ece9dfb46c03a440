"use client";

import { type CSSProperties, memo, type ReactNode, type RefObject, useMemo, useRef } from "react";
import { shownStance } from "@/components/article/statement-marks";
import type { SurfaceGeometry } from "@/components/article/surface-geometry";
import type { Hue } from "@/components/ui/hue";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { ShownStatement } from "../annotation";
import { useAnnotationScreen } from "../annotation-context";
import { CardShell } from "../card-shell";
import { NoStatements } from "../no-statements";
import { StatementCard } from "../statement-card";
import { PassageLine } from "./passage-line";
import { type Lane, type LaneGuest, TAB_WIDTH, useLane } from "./use-lane";

export type ClosedKind = "card" | "line" | "tab";

/** Something that stands in the lane in its place without being a statement of the reader's. */
export type GuestCard = LaneGuest & { isOpen: boolean; render: (kind: ClosedKind | "open") => ReactNode };

const noGuests: readonly GuestCard[] = [];

type CardLaneProps = {
  /** What scrolls the article and the lane together. */
  scroller: RefObject<HTMLElement | null>;
  geometry: () => SurfaceGeometry | null;
  /** The lane puts here what is to be called when the words stand elsewhere. */
  moved: RefObject<(() => void) | null>;
  guests?: readonly GuestCard[];
};

/** Each statement's card beside its passage, none over another; the open one stays in view with its form. */
export const CardLane = memo(function CardLane({ scroller, geometry, moved, guests = noGuests }: CardLaneProps) {
  const { statements, active, text, codebook } = useAnnotationScreen();
  const list = useRef<HTMLOListElement>(null);
  const touch = useMediaQuery("(pointer: coarse)");
  const measures = useMemo(() => ({ card: 52, line: touch ? 44 : 30, gap: 6, reach: 64 }), [touch]);
  const openGuest = active ? undefined : guests.find((guest) => guest.isOpen);
  const opened = active ?? openGuest ?? null;
  const parts = { list, scroller, geometry, moved, statements, guests, active: opened, measures, length: text.length };
  const { lane, watchOpen } = useLane(parts);

  const hueOf = ({ content }: { content: Parameters<typeof shownStance>[0] }) =>
    shownStance(content, codebook)?.colour ?? "slate";
  const placed = useMemo(() => (lane ? placeAll(lane, measures.line) : new Map<string, Placed>()), [lane, measures]);
  const near = lane ? statements.slice(lane.near.from, lane.near.to) : [];
  const shown = active && !near.some(({ id }) => id === active.id) ? [...near, active] : near;
  const before = (start: number) => guests.filter(({ place }) => place.start < start).length;
  const cards = shown.flatMap((statement) => {
    const isOpen = statement.id === active?.id;
    const place = isOpen ? { kind: "open" as const, left: 0, top: lane?.open?.top ?? 0 } : placed.get(statement.id);
    if (!place) return [];
    const card = (
      <LaneCard
        key={statement.id}
        {...place}
        statement={statement}
        hue={hueOf(statement)}
        number={statement.number + before(statement.place.start)}
        of={statements.length + guests.length}
        watch={isOpen ? watchOpen : undefined}
      />
    );
    return { start: statement.place.start, card };
  });
  for (const guest of guests) {
    const isOpen = guest === openGuest;
    const place = isOpen ? { kind: "open" as const, left: 0, top: lane?.open?.top ?? 0 } : placed.get(guest.id);
    if (!place) continue;
    const watch = isOpen ? watchOpen : undefined;
    const card = (
      <CardShell key={guest.id} kind={place.kind} dashed at={place} staysInView={isOpen} watch={watch}>
        {guest.render(place.kind)}
      </CardShell>
    );
    cards.push({ start: guest.place.start, card });
  }
  cards.sort((a, b) => a.start - b.start);

  return (
    <>
      {lane?.open && opened && <PassageLine hue={active ? hueOf(active) : "slate"} {...lane.open.passage} />}
      {statements.length + guests.length === 0 && <NoStatements className="absolute inset-x-0 top-6" />}
      <ol
        ref={list}
        aria-label="Statements"
        // The open card sticks within the list, so what holds it beside its passage is no margin of its own.
        className="group/lane relative h-full before:block before:h-(--open-top)"
        style={{ "--open-top": `${lane?.open?.top ?? 0}px` } as CSSProperties}
      >
        {cards.map(({ card }) => card)}
      </ol>
    </>
  );
});

type LaneCardProps = {
  statement: ShownStatement;
  kind: ClosedKind | "open";
  left: number;
  top: number;
  width?: number;
  hue: Hue;
  number: number;
  of: number;
  watch: ((card: HTMLElement | null) => void) | undefined;
};

/** Drawn anew only when something about it changed: most cards stay where they are while one scrolls. */
const LaneCard = memo(function LaneCard({ statement, kind, left, top, width, hue, number, of, watch }: LaneCardProps) {
  return (
    <CardShell
      kind={kind}
      statementId={statement.id}
      hue={hue}
      position={{ place: number, of }}
      at={{ left, top, width }}
      staysInView={kind === "open"}
      watch={watch}
    >
      <StatementCard statement={statement} kind={kind} />
    </CardShell>
  );
});

type Placed = { kind: ClosedKind; left: number; top: number; width?: number };

/** Where each closed card of the lane stands, tabs one beside the other. */
function placeAll({ blocks, perRow }: Lane, line: number): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { kind, ids, top } of blocks) {
    for (const [at, id] of ids.entries()) {
      if (kind !== "stack") placed.set(id, { kind, left: 0, top });
      else {
        const [row, column] = [Math.floor(at / perRow), at % perRow];
        placed.set(id, { kind: "tab", left: column * TAB_WIDTH, top: top + row * line, width: TAB_WIDTH - 4 });
      }
    }
  }
  return placed;
}
