"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import type { MergedEntry, RegistryListName } from "@/domain/contract/registry-entries";
import { useRegistry } from "./registry-context";
import { SplitDialog } from "./split-dialog";

interface MergedListProps {
  list: RegistryListName;
  into: { id: string; name: string };
  merged: readonly MergedEntry[];
}

/** What was merged into an entry, with the reason, and the way back. */
export function MergedList({ list, into, merged }: MergedListProps) {
  const { mayEdit } = useRegistry();
  const [splitting, setSplitting] = useState<MergedEntry | null>(null);
  if (merged.length === 0) return <p className="text-text-muted">Nothing was merged into it.</p>;
  return (
    <>
      <ul className="divide-y divide-border border-y">
        {merged.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <p className="font-medium [overflow-wrap:anywhere]">
                <bdi>{entry.name}</bdi>
              </p>
              {entry.aliases.length > 0 && (
                <p className="text-sm text-text-muted [overflow-wrap:anywhere]">
                  <bdi>{entry.aliases.join(" · ")}</bdi>
                </p>
              )}
              <p className="text-sm text-text-muted [overflow-wrap:anywhere]">
                {entry.merge ? (
                  <>
                    {formatDay(entry.merge.at)}: <bdi>{entry.merge.reason}</bdi>
                  </>
                ) : (
                  "came merged with an import"
                )}
              </p>
            </div>
            {mayEdit && (
              <Button size="sm" onClick={() => setSplitting(entry)}>
                Split off<span className="sr-only"> {entry.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {splitting && <SplitDialog list={list} into={into} entry={splitting} onClose={() => setSplitting(null)} />}
    </>
  );
}
