"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { RegistryListName, SpeakerPage, TargetPage } from "@/domain/contract/registry-entries";
import { EntryActions } from "./entry-actions";
import { EntryUses } from "./entry-uses";
import { MergedList } from "./merged-list";
import { type EntryPart, useRegistry } from "./registry-context";
import { SpeakerFacts } from "./speaker-facts";
import { SpeakerForm } from "./speaker-form";
import { TargetForm } from "./target-form";

interface EntryPanelProps {
  list: RegistryListName;
  entryId: string;
  part: EntryPart;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
}

/** One speaker or target: what is known of it, where it is named, and what was merged into it. */
export function EntryPanel({ list, entryId, part, onDirty, onClose }: EntryPanelProps) {
  const { projectId, speakerById, targetById, rootOf, usesOf, mayEdit, maySeeUse, open } = useRegistry();
  const queries = useQueryClient();
  const listed = speakerById.get(entryId) ?? targetById.get(entryId);
  // The form knows of a change before the list does.
  const [savedName, setSavedName] = useState<string | null>(null);
  const key = ["registry-entry", projectId, entryId];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => api.get<SpeakerPage | TargetPage>(`/projects/${projectId}/registry/${list}/${entryId}`),
  });
  const name = savedName ?? data?.entry.name ?? listed?.name ?? "";
  const root = rootOf(entryId);
  const into = root === entryId ? undefined : (speakerById.get(root) ?? targetById.get(root));
  const uses = usesOf(entryId);
  const merged = data?.merged ?? [];

  const parts: { value: EntryPart; label: string }[] = [
    { value: "about", label: "About" },
    ...(maySeeUse
      ? [{ value: "statements" as const, label: `Statements${uses ? ` (${uses.toLocaleString("en")})` : ""}` }]
      : []),
    { value: "merged", label: merged.length > 0 ? `Merged (${merged.length})` : "Merged" },
  ];

  return (
    <article aria-labelledby="entry" className="grid content-start gap-5">
      <header className="grid gap-3">
        <Button size="sm" variant="quiet" className="justify-self-start lg:hidden" onClick={onClose}>
          <ArrowLeft aria-hidden className="size-4" /> Back to the list
        </Button>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <h2 id="entry" tabIndex={-1} className="min-w-0 font-serif text-xl outline-none [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </h2>
          {mayEdit && data && <EntryActions list={list} entry={data.entry} />}
        </div>
        {data?.entry.proposed && (
          <Notice tone="warning" title="Proposed by an annotator">
            It can be used already. Accept it, merge it into the one that is meant, or refuse it: then it is offered to
            nobody any more, and statements that name it keep it.
          </Notice>
        )}
        {data?.entry.retired && (
          <Notice title="Retired">It is offered to nobody any more. Statements that name it keep it.</Notice>
        )}
        {into && (
          <Notice title="Merged into another">
            Wherever it is named,{" "}
            <button type="button" className="underline underline-offset-4" onClick={() => open(into.id, "merged")}>
              <bdi>{into.name}</bdi>
            </button>{" "}
            is meant. There it can be split off again.
          </Notice>
        )}
        <SegmentedControl
          label="What to look at"
          className="justify-self-start"
          value={part}
          onValueChange={(next: EntryPart) => open(entryId, next)}
          options={parts}
        />
      </header>
      {error && <Notice tone="danger">{messageOf(error)}</Notice>}
      {part === "statements" && maySeeUse && <EntryUses list={list} entryId={entryId} />}
      {part === "merged" && data && <MergedList list={list} into={{ id: entryId, name }} merged={merged} />}
      {/* Stays while another part is looked at: what is typed in it is not lost. */}
      <div hidden={part !== "about"}>
        {data && mayEdit && "kind" in data.entry && (
          <SpeakerForm
            entry={data.entry}
            onDirty={onDirty}
            onSaved={(entry) => {
              setSavedName(entry.name);
              queries.setQueryData(key, { ...data, entry });
            }}
          />
        )}
        {data && mayEdit && !("kind" in data.entry) && (
          <TargetForm
            entry={data.entry}
            onDirty={onDirty}
            onSaved={(entry) => {
              setSavedName(entry.name);
              queries.setQueryData(key, { ...data, entry });
            }}
          />
        )}
        {data && !mayEdit && <EntryFacts entry={data.entry} />}
      </div>
      {!data && !error && <p role="status">Opening it…</p>}
    </article>
  );
}

function EntryFacts({ entry }: { entry: SpeakerPage["entry"] | TargetPage["entry"] }) {
  const { targetById } = useRegistry();
  if ("kind" in entry) return <SpeakerFacts entry={entry} />;
  const broader = entry.broaderId && targetById.get(entry.broaderId)?.name;
  return (
    <div className="grid gap-2">
      <p className="text-text-muted">
        {entry.key}
        {broader && <>, under “{broader}”</>}
      </p>
      {entry.aliases && <p dir="auto">Also: {entry.aliases.join(" · ")}</p>}
      {entry.description && <p dir="auto">{entry.description}</p>}
    </div>
  );
}
