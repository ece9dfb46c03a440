"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { type EntryRow, EntryTable } from "./entry-table";
import { useRegistry } from "./registry-context";

interface FoundEntriesProps {
  label: string;
  /** What one, and several, of them are called. */
  nouns: readonly [one: string, several: string];
  rows: readonly EntryRow[];
  chosen: string | null;
  showsAll: boolean;
  onShowAll: (showsAll: boolean) => void;
  /** Said where nothing is found. */
  empty: { title: string; hint: string };
}

/** What a list's search found: how many, with or without what is merged or retired, and the table. */
export function FoundEntries({ label, nouns, rows, chosen, showsAll, onShowAll, empty }: FoundEntriesProps) {
  const { open } = useRegistry();
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Checkbox label="With merged and retired ones" checked={showsAll} onCheckedChange={onShowAll} />
        <p role="status" className="text-sm text-text-muted tabular-nums">
          {rows.length === 1 ? `1 ${nouns[0]}` : `${rows.length.toLocaleString("en")} ${nouns[1]}`}
        </p>
      </div>
      {rows.length > 0 ? (
        <EntryTable
          label={label}
          rows={rows}
          chosen={chosen}
          onOpen={(id) => open(id)}
          onOpenUses={(id) => open(id, "statements")}
        />
      ) : (
        <EmptyState title={empty.title}>{empty.hint}</EmptyState>
      )}
    </>
  );
}

/** From the field that searches a list down into its first row. */
export function focusFirstRow(event: React.KeyboardEvent): void {
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[data-row="0"]')?.focus();
}
