"use client";
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { AssignedReading, Assignee, AssignmentTable } from "@/domain/contract/assignments";
import { MatrixRow } from "./matrix-row";
import { cellKey, changeOf, type Pending } from "./pending-changes";

/** Pixels of a row and of the row of names: what is drawn follows from how far it is scrolled. */
const ROW = 40;
const HEAD = 64;
/** Rows drawn above and below what is seen. */
const BEYOND = 10;
const PAGE_ROWS = 10;

interface AssignmentMatrixProps {
  documents: AssignmentTable["documents"];
  people: readonly Assignee[];
  readings: ReadonlyMap<string, AssignedReading>;
  /** Readings of each document that are not withdrawn. */
  counts: ReadonlyMap<string, number>;
  pending: Pending;
  onChange: (pending: Pending) => void;
}

interface Place {
  row: number;
  column: number;
}

/** Who reads what: one row for each article, one column for each person. Only the rows near the ones in view are drawn. */
export function AssignmentMatrix({ documents, people, readings, counts, pending, onChange }: AssignmentMatrixProps) {
  const region = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const anchor = useRef<Place | null>(null);
  const wantsFocus = useRef(false);
  const at = { row: Math.min(active.row, documents.length - 1), column: Math.min(active.column, people.length - 1) };

  const measure = useCallback(() => {
    const element = region.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  useLayoutEffect(measure, [measure]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    region.current?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)?.focus();
  });

  const first = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const last = Math.min(documents.length, Math.ceil((view.top + view.height) / ROW) + BEYOND);

  function press(place: Place, extends_: boolean): void {
    const from = extends_ && anchor.current?.column === place.column ? anchor.current.row : place.row;
    const person = people[place.column];
    const pressed = documents[place.row];
    if (!person || !pressed) return;
    const isMember = person.role !== null;
    const stands = extends_ && anchor.current ? documents[anchor.current.row] : null;
    const key = cellKey(pressed.id, person.userId);
    // Extending does to all in between what was done to the first.
    const wish = stands ? pending.get(cellKey(stands.id, person.userId)) : pending.has(key) ? undefined : "toggle";
    const next = new Map(pending);
    for (let row = Math.min(from, place.row); row <= Math.max(from, place.row); row += 1) {
      const one = cellKey(documents[row]?.id ?? "", person.userId);
      const change = changeOf(readings.get(one), isMember);
      if (wish === undefined) next.delete(one);
      else if (change && (wish === "toggle" || wish === change)) next.set(one, change);
    }
    anchor.current = place;
    setActive(place);
    onChange(next);
  }

  function move(event: KeyboardEvent): void {
    const rtl = region.current !== null && getComputedStyle(region.current).direction === "rtl";
    const side = rtl ? -1 : 1;
    const steps: Record<string, Place> = {
      ArrowDown: { row: at.row + 1, column: at.column },
      ArrowUp: { row: at.row - 1, column: at.column },
      ArrowRight: { row: at.row, column: at.column + side },
      ArrowLeft: { row: at.row, column: at.column - side },
      PageDown: { row: at.row + PAGE_ROWS, column: at.column },
      PageUp: { row: at.row - PAGE_ROWS, column: at.column },
      Home: { row: event.ctrlKey ? 0 : at.row, column: 0 },
      End: { row: event.ctrlKey ? documents.length - 1 : at.row, column: people.length - 1 },
    };
    const wanted = steps[event.key];
    const element = region.current;
    if (!wanted || !element || event.altKey || event.metaKey) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(documents.length - 1, wanted.row));
    const column = Math.max(0, Math.min(people.length - 1, wanted.column));
    // Into view first: a row that is not drawn has nothing to focus.
    const top = row * ROW;
    const room = element.clientHeight - HEAD - ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
    measure();
    wantsFocus.current = true;
    setActive({ row, column });
  }

  return (
    <section
      ref={region}
      aria-label="Articles and people"
      className="relative w-fit max-w-full max-h-[calc(100dvh-12rem)] scroll-pt-16 scroll-pl-36 overflow-auto overscroll-x-contain sm:scroll-pl-80 rounded-lg border bg-surface-raised"
      onScroll={measure}
    >
      <table
        aria-label="Who reads what"
        aria-rowcount={documents.length + 1}
        className="border-separate border-spacing-0 text-sm"
        onKeyDown={move}
      >
        <thead>
          <tr style={{ height: HEAD }}>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 w-36 min-w-36 border-border border-r border-b bg-surface-raised px-3 text-left align-bottom font-semibold text-text-muted sm:w-80 sm:min-w-80"
            >
              <span className="block pb-2">Article</span>
            </th>
            {people.map(({ userId, name, role, open, finished }) => (
              <th
                key={userId}
                scope="col"
                className="sticky top-0 z-10 w-28 min-w-28 max-w-28 border-border border-b bg-surface-raised px-2 align-bottom font-medium"
              >
                <span className="line-clamp-2 leading-tight [overflow-wrap:anywhere]" title={name}>
                  <bdi>{name}</bdi>
                </span>
                <span className="block truncate pb-2 font-normal text-text-muted text-xs tabular-nums">
                  {role === null ? "left, " : ""}
                  {open} to do, {finished} done
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first * ROW }} />}
          {documents.slice(first, last).map((document, index) => (
            <MatrixRow
              key={document.id}
              row={first + index}
              height={ROW}
              document={document}
              people={people}
              readings={readings}
              pending={pending}
              count={counts.get(document.id) ?? 0}
              stop={at.row === first + index || (index === 0 && (at.row < first || at.row >= last)) ? at.column : null}
              onPress={press}
            />
          ))}
          {last < documents.length && <tr style={{ height: (documents.length - last) * ROW }} />}
        </tbody>
      </table>
    </section>
  );
}
