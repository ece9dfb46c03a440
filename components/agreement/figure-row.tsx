"use client";
import type { ReactNode } from "react";
import type { Figure } from "@/domain/agreement/figure";
import type { ReliabilityTarget, Verdict } from "@/domain/agreement/interpret-coefficient";
import { FigureButton } from "./figure-button";
import { FigureTableHead } from "./figure-table-head";
import { IntervalStrip } from "./interval-strip";
import { sayIntervalOrWhy, sayStatus } from "./say-figure";
import { VerdictLine } from "./verdict-line";

interface FigureTableProps {
  caption: string;
  note?: string;
  /** FigureRow */
  children: ReactNode;
}

/** Figures one under the other, each with its interval drawn beside it. */
export function FigureTable({ caption, note, children }: FigureTableProps) {
  return (
    <section aria-label={caption}>
      <h2 className="font-serif text-xl">{caption}</h2>
      {note && <p className="mt-1 max-w-prose text-sm text-text-muted">{note}</p>}
      <table className="mt-3 w-full border-t text-left">
        <FigureTableHead />
        <tbody className="divide-y divide-border border-b">{children}</tbody>
      </table>
    </section>
  );
}

interface FigureRowProps {
  name: string;
  /** The measure, for who knows it. */
  kind?: string;
  note: ReactNode;
  figure: Figure;
  verdict: { verdict?: Verdict; sentence: string };
  /** Null: there is none to hold it against. */
  target: ReliabilityTarget | null;
  say: (value: number | null) => string;
  basis: ReactNode;
  /** What the figure opens. */
  opens: string;
  onOpen: () => void;
}

export function FigureRow({ name, kind, note, figure, verdict, target, say, basis, opens, onOpen }: FigureRowProps) {
  const status = sayStatus(figure);
  // Too few to stand for anything: the passages are shown, the number is not.
  const shown = figure.status === "ok" ? figure.value : null;
  return (
    <tr className="align-top">
      <th scope="row" className="py-4 pr-4 font-normal">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-serif text-lg leading-snug">{name}</span>
          {kind && <span className="text-text-muted text-xs">{kind}</span>}
        </span>
        <div className="mt-1 text-sm text-text-muted">{note}</div>
        <VerdictLine {...verdict} />
        <div className="mt-2 md:hidden">
          {shown !== null && <IntervalStrip figure={figure} target={target} />}
          <p className="text-text-muted text-xs tabular-nums">
            {sayIntervalOrWhy(figure)} · {basis}
          </p>
        </div>
      </th>
      <td className="py-4 pr-1 text-right md:pr-8">
        <FigureButton
          opens={opens}
          onOpen={onOpen}
          className={shown === null ? "text-text-muted" : "font-serif text-2xl"}
        >
          {shown === null ? "none" : say(shown)}
        </FigureButton>
        {status && <p className="mt-1 text-text-muted text-xs">{status}</p>}
      </td>
      <td className="hidden py-4 pr-4 md:table-cell">
        {shown !== null && <IntervalStrip figure={figure} target={target} />}
        <p className="text-text-muted text-xs tabular-nums">{sayIntervalOrWhy(figure)}</p>
      </td>
      <td className="hidden py-5 text-right text-sm text-text-muted tabular-nums md:table-cell">{basis}</td>
    </tr>
  );
}
