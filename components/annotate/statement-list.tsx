"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "react";
import { shownStance } from "@/components/article/statement-marks";
import { oncePerFrame } from "@/components/article/surface-geometry";
import { useAnnotationScreen } from "./annotation-context";
import { CardShell } from "./card-shell";
import { NoStatements } from "./no-statements";
import { StatementCard } from "./statement-card";
import { withSuggestions } from "./suggestions/with-suggestions";

/** Height of a closed card with the space below it, in px. */
const PITCH = 58;
const GAP = 6;
/** Rendered above and below what is seen, in px. */
const MARGIN = 400;

/** The statements in reading order, in a panel that scrolls: only those near what is seen of it are rendered. */
export function StatementList({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const { statements, active, codebook, suggestions } = useAnnotationScreen();
  const { desk } = suggestions;
  const rows = useMemo(() => withSuggestions(statements, desk?.offered ?? []), [statements, desk]);
  const list = useRef<HTMLOListElement>(null);
  const [formHeight, setFormHeight] = useState(600);
  const [, scrolled] = useReducer((count: number) => count + 1, 0);
  const openId = active?.id ?? desk?.active?.id;
  const openAt = rows === statements ? (active ? active.number - 1 : -1) : rows.findIndex(({ id }) => id === openId);
  const openHeight = openAt < 0 ? PITCH : formHeight + GAP;
  const watchOpen = useCallback((card: HTMLElement | null) => {
    if (!card) return;
    const watch = new ResizeObserver(() => setFormHeight(card.offsetHeight));
    setFormHeight(card.offsetHeight);
    watch.observe(card);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const box = scroller.current;
    const follow = oncePerFrame(scrolled);
    const resized = new ResizeObserver(follow.ask);
    box?.addEventListener("scroll", follow.ask, { passive: true });
    if (box) resized.observe(box);
    return () => {
      box?.removeEventListener("scroll", follow.ask);
      resized.disconnect();
      follow.cancel();
    };
  }, [scroller]);

  // The card that was opened is looked for where it stands now, however far that is.
  useLayoutEffect(() => {
    if (openAt < 0 || !list.current || !scroller.current) return;
    scrolled();
    scroller.current.scrollTo({ top: list.current.offsetTop + openAt * PITCH - 8 });
  }, [openAt, scroller]);

  if (rows.length === 0) return <NoStatements className="py-4" />;
  const seen = scroller.current?.scrollTop ?? 0;
  const height = scroller.current?.clientHeight ?? 800;
  /** The card at a height of the list; the open one is higher than the others. */
  const at = (top: number) => {
    const extra = openAt >= 0 && top > openAt * PITCH ? Math.min(openHeight - PITCH, top - openAt * PITCH) : 0;
    return Math.min(rows.length, Math.max(0, Math.floor((top - extra) / PITCH)));
  };
  const topOf = (place: number) => place * PITCH + (openAt >= 0 && place > openAt ? openHeight - PITCH : 0);
  const first = at(seen - MARGIN);
  const last = at(seen + height + MARGIN) + 1;
  const near = [...rows.slice(first, last).keys()].map((at) => at + first);
  const shown = openAt >= 0 && !near.includes(openAt) ? [...near, openAt].sort((a, b) => a - b) : near;
  return (
    <ol ref={list} aria-label="Statements" className="relative" style={{ height: topOf(rows.length) }}>
      {shown.map((place) => {
        const row = rows[place];
        if (!row) return null;
        const kind = place === openAt ? "open" : "card";
        const isStatement = "number" in row;
        return (
          <CardShell
            key={row.id}
            kind={kind}
            statementId={isStatement ? row.id : undefined}
            dashed={!isStatement}
            hue={isStatement ? (shownStance(row.content, codebook)?.colour ?? "slate") : undefined}
            position={{ place: place + 1, of: rows.length }}
            at={{ left: 0, top: topOf(place) }}
            watch={kind === "open" ? watchOpen : undefined}
          >
            {isStatement ? (
              <StatementCard statement={row} kind={kind} />
            ) : (
              desk && <desk.Card suggestion={desk.active?.id === row.id ? desk.active : row} kind={kind} />
            )}
          </CardShell>
        );
      })}
    </ol>
  );
}
