"use client";
import { type KeyboardEvent, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";

/** Pixels of a row: what is drawn follows from how far it is scrolled. */
const ROW = 52;
/** Rows drawn above and below what is seen. */
const BEYOND = 8;
const PAGE_ROWS = 8;

export interface EntryRow {
  id: string;
  name: string;
  /** What tells two like names apart. */
  secondary: string;
  badges?: ReactNode;
  /** Statements that name it; null: not to be known. */
  uses: number | null;
  /** How many broader entries it stands under. */
  depth?: number;
}

interface EntryTableProps {
  label: string;
  rows: readonly EntryRow[];
  chosen: string | null;
  onOpen: (id: string) => void;
  onOpenUses: (id: string) => void;
}

/** The registry as a table of which only the rows near the ones in view are drawn. Arrow keys move, Enter opens. */
export function EntryTable({ label, rows, chosen, onOpen, onOpenUses }: EntryTableProps) {
  const region = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 700 });
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const at = Math.max(0, Math.min(active, rows.length - 1));

  const measure = useCallback(() => {
    const element = region.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be fewer than what was scrolled past
  useLayoutEffect(measure, [measure, rows]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    region.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)?.focus();
  });

  const first = Math.max(0, Math.min(Math.floor(view.top / ROW) - BEYOND, rows.length - 1));
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  // Whoever tabs in lands on a row that is drawn.
  const stop = at >= first && at < last ? at : first;

  function move(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE_ROWS,
      PageUp: at - PAGE_ROWS,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = steps[event.key];
    const element = region.current;
    if (wanted === undefined || !element || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows.length - 1, wanted));
    // Into view first: a row that is not drawn has nothing to focus.
    const top = row * ROW;
    const room = element.clientHeight - ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
    measure();
    wantsFocus.current = true;
    setActive(row);
  }

  return (
    <section
      ref={region}
      aria-label={label}
      className="max-h-[calc(100dvh-13rem)] overflow-y-auto overscroll-contain rounded-lg border bg-surface-raised"
      // In a low window some rows are in view at any rate; where there are few, nothing empty is.
      style={{ minHeight: Math.min(256, rows.length * ROW + 2) }}
      onScroll={measure}
    >
      <table aria-label={label} aria-rowcount={rows.length} className="w-full table-fixed text-sm" onKeyDown={move}>
        <colgroup>
          <col />
          <col className="w-16" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Statements</th>
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: first * ROW }} />}
          {rows.slice(first, last).map((row, index) => (
            <tr
              key={row.id}
              aria-rowindex={first + index + 1}
              style={{ height: ROW }}
              className={cn("border-border border-b last:border-b-0", row.id === chosen && "bg-accent-tint")}
            >
              <td className="p-0">
                <button
                  type="button"
                  data-row={first + index}
                  tabIndex={first + index === stop ? 0 : -1}
                  aria-current={row.id === chosen ? "true" : undefined}
                  className="flex h-13 w-full flex-col justify-center px-3 text-left -outline-offset-2 hover:bg-surface-sunken"
                  style={{ paddingInlineStart: `${0.75 + Math.min(row.depth ?? 0, 6) * 1.25}rem` }}
                  onFocus={() => setActive(first + index)}
                  onClick={() => onOpen(row.id)}
                >
                  <span className="flex w-full items-center gap-2">
                    <span className="min-w-0 truncate font-medium" title={row.name}>
                      <bdi>{row.name}</bdi>
                    </span>
                    {row.badges}
                  </span>
                  {row.secondary && (
                    <span className="w-full truncate text-text-muted text-xs" title={row.secondary}>
                      <bdi>{row.secondary}</bdi>
                    </span>
                  )}
                </button>
              </td>
              <td className="px-1 text-right tabular-nums">
                {row.uses !== null && row.uses > 0 && (
                  <button
                    type="button"
                    tabIndex={first + index === stop ? 0 : -1}
                    className="min-h-8 rounded-sm px-2 text-text-muted underline decoration-dotted underline-offset-4 hover:bg-surface-sunken hover:text-text pointer-coarse:min-h-11"
                    onClick={() => onOpenUses(row.id)}
                  >
                    {row.uses.toLocaleString("en")}
                    <span className="sr-only"> statements that name {row.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
          {last < rows.length && <tr style={{ height: (rows.length - last) * ROW }} />}
        </tbody>
      </table>
    </section>
  );
}
