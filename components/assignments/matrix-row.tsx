"use client";
import { Minus, Plus } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { formatDay } from "@/components/ui/format-day";
import type { AssignedReading, Assignee, AssignmentTable } from "@/domain/contract/assignments";
import { cellStateOf } from "./cell-states";
import { cellKey, changeOf, type Pending } from "./pending-changes";

interface MatrixRowProps {
  row: number;
  /** Pixels. */
  height: number;
  document: AssignmentTable["documents"][number];
  people: readonly Assignee[];
  readings: ReadonlyMap<string, AssignedReading>;
  pending: Pending;
  /** Readings it has. */
  count: number;
  /** The column that the Tab key stops at, where it stops in this row. */
  stop: number | null;
  onPress: (place: { row: number; column: number }, extend: boolean) => void;
}

export function MatrixRow({ row, height, document, people, readings, pending, count, stop, onPress }: MatrixRowProps) {
  const delta = people.reduce((sum, { userId }) => {
    const change = pending.get(cellKey(document.id, userId));
    return sum + (change === "give" ? 1 : change === "withdraw" ? -1 : 0);
  }, 0);
  return (
    <tr aria-rowindex={row + 2} style={{ height }} className="group">
      <th
        scope="row"
        className="sticky left-0 z-10 w-36 min-w-36 max-w-36 border-border border-r border-b bg-surface-raised px-3 text-left font-normal group-hover:bg-surface-sunken sm:w-80 sm:min-w-80 sm:max-w-80"
      >
        <span className="flex items-center gap-3">
          <span
            className="min-w-0 flex-1 truncate"
            lang={document.language ?? undefined}
            dir="auto"
            title={document.title}
          >
            {document.title}
          </span>
          <span className={cn("text-xs tabular-nums", delta === 0 ? "text-text-muted" : "font-semibold text-accent")}>
            {count + delta}
            <span className="sr-only"> readings</span>
          </span>
        </span>
      </th>
      {people.map((person, column) => (
        <Cell
          key={person.userId}
          place={{ row, column }}
          title={document.title}
          person={person}
          reading={readings.get(cellKey(document.id, person.userId))}
          change={pending.get(cellKey(document.id, person.userId))}
          isStop={stop === column}
          onPress={onPress}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  place: { row: number; column: number };
  title: string;
  person: Assignee;
  reading: AssignedReading | undefined;
  change: "give" | "withdraw" | undefined;
  isStop: boolean;
  onPress: MatrixRowProps["onPress"];
}

function Cell({ place, title, person, reading, change, isStop, onPress }: CellProps) {
  const state = reading && cellStateOf(reading);
  const Icon = state?.icon;
  const isFixed = changeOf(reading, person.role !== null) === null;
  const due = reading && !reading.withdrawn && reading.dueOn ? `, due on ${formatDay(reading.dueOn)}` : "";
  const said = `${state?.name ?? "not given"}${due}${change === "give" ? ", to be given" : change === "withdraw" ? ", to be withdrawn" : ""}`;
  return (
    <td className="border-border border-b p-0.5 text-center group-hover:bg-surface-sunken">
      <button
        type="button"
        data-cell={`${place.row} ${place.column}`}
        tabIndex={isStop ? 0 : -1}
        aria-label={`${person.name}, ${title}: ${said}`}
        aria-pressed={change !== undefined}
        aria-disabled={isFixed || undefined}
        title={said}
        onClick={(event) => onPress(place, event.shiftKey)}
        className={cn(
          "flex h-[35px] w-full items-center justify-center gap-1 rounded-md border border-transparent outline-offset-[-2px] aria-disabled:cursor-default [&_svg]:size-4",
          !isFixed && "hover:border-border-strong",
          change === "give" && "border-accent border-dashed bg-accent-tint text-accent",
          change === "withdraw" && "border-danger border-dashed bg-danger-tint text-danger",
        )}
      >
        {change === "give" && <Plus aria-hidden />}
        {change === "withdraw" && <Minus aria-hidden />}
        {Icon && change !== "give" && <Icon aria-hidden className={cn(change ? "" : state.tone)} />}
      </button>
    </td>
  );
}
