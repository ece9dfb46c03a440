"use client";
import { useMemo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { findOptions } from "@/components/ui/combobox-option";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/text-field";
import { arrangeTargets } from "@/domain/registry/arrange-targets";
import { EntryTable } from "./entry-table";
import { useRegistry } from "./registry-context";

/** Targets of stance, narrower ones under broader ones. */
export function TargetList({ chosen }: { chosen: string | null }) {
  const { lists, targetById, rootOf, usesOf, open } = useRegistry();
  const [words, setWords] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const rows = useMemo(() => {
    const seen = lists.targets.filter(({ mergedIntoId, retired }) => showsAll || (mergedIntoId === null && !retired));
    const options = seen.map(({ id, key, name, description }) => ({
      ...{ id, label: name },
      secondary: [key, description].filter(Boolean).join(" · "),
    }));
    const found = new Set(findOptions(options, words).map(({ id }) => id));
    return arrangeTargets(seen)
      .filter(({ target }) => found.has(target.id))
      .map(({ target, depth }) => {
        const into = target.mergedIntoId === null ? null : targetById.get(rootOf(target.id));
        return {
          ...{ id: target.id, name: target.name, depth: words.trim() === "" ? depth : 0 },
          secondary: [target.key, target.description].filter(Boolean).join(" · "),
          uses: target.mergedIntoId === null ? usesOf(target.id) : null,
          badges: (
            <>
              {target.proposed && <Badge tone="warning">proposed</Badge>}
              {target.retired && <Badge>retired</Badge>}
              {into && <Badge>merged into {into.key}</Badge>}
            </>
          ),
        };
      });
  }, [lists.targets, words, showsAll, targetById, rootOf, usesOf]);
  return (
    <div className="grid gap-3">
      <TextField
        label="Find a target"
        type="search"
        autoComplete="off"
        placeholder="Handle or wording"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-row="0"]')?.focus();
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Checkbox label="With merged and retired ones" checked={showsAll} onCheckedChange={setShowsAll} />
        <p role="status" className="text-sm text-text-muted tabular-nums">
          {rows.length === 1 ? "1 target" : `${rows.length.toLocaleString("en")} targets`}
        </p>
      </div>
      {rows.length > 0 ? (
        <EntryTable
          label="Targets"
          rows={rows}
          chosen={chosen}
          onOpen={(id) => open(id)}
          onOpenUses={(id) => open(id, "statements")}
        />
      ) : (
        <EmptyState title="No target like this">Type fewer letters, or add one.</EmptyState>
      )}
    </div>
  );
}
