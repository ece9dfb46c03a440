"use client";
import { EmptyState } from "@/components/ui/empty-state";
import { findValue } from "@/domain/codebook/find-field";
import { EntryTable } from "./entry-table";
import { useRegistry } from "./registry-context";

/** What annotators added and nobody has looked at yet: speakers, then targets. */
export function ProposedList({ chosen }: { chosen: string | null }) {
  const { lists, codebook, usesOf, open, mayEdit } = useRegistry();
  const speakers = lists.speakers.filter(({ proposed, mergedIntoId }) => proposed && mergedIntoId === null);
  const targets = lists.targets.filter(({ proposed, mergedIntoId }) => proposed && mergedIntoId === null);
  const rows = [
    ...speakers.map(({ id, name, kind, roleTitle }) => ({
      ...{ id, name, uses: usesOf(id) },
      secondary: ["Speaker", findValue(codebook.speaker.kinds, kind)?.label ?? kind, roleTitle]
        .filter(Boolean)
        .join(" · "),
    })),
    ...targets.map(({ id, name, key }) => ({ id, name, uses: usesOf(id), secondary: `Target · ${key}` })),
  ];
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing is proposed">
        What annotators add while they read stands here until somebody accepts, merges or refuses it.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm text-text-muted">
        {mayEdit
          ? "Open one to accept it, to merge it into the one that is meant, or to refuse it."
          : "A manager looks at them."}
      </p>
      <EntryTable
        label="Proposals"
        rows={rows}
        chosen={chosen}
        onOpen={(id) => open(id)}
        onOpenUses={(id) => open(id, "statements")}
      />
    </div>
  );
}
