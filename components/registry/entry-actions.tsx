"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type {
  ChangedEntry,
  EntryStateInput,
  RegistryListName,
  SpeakerEntry,
  TargetEntry,
} from "@/domain/contract/registry-entries";
import { MergeDialog } from "./merge-dialog";
import { useRegistry } from "./registry-context";
import { useRegistryWrite } from "./use-registry-write";

/** What else can be done with an entry than saying what it is. */
export function EntryActions({ list, entry }: { list: RegistryListName; entry: SpeakerEntry | TargetEntry }) {
  const { projectId, open } = useRegistry();
  const queries = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState<"merge" | "retire" | null>(null);
  const path = `/projects/${projectId}/registry/${list}/${entry.id}/state`;
  const change = useRegistryWrite({
    send: (body: EntryStateInput) => api.put<ChangedEntry>(path, body),
    failure: `“${entry.name}” was not changed`,
    onDone: (changed) => {
      void queries.invalidateQueries({ queryKey: ["registry-entry"] });
      // The button that was pressed goes with what it changes.
      document.getElementById("entry")?.focus();
      toast.show({
        tone: "success",
        title: changed.retired ? `“${changed.name}” is retired` : `“${changed.name}” is in use`,
        action: changed.retired
          ? {
              label: "Undo",
              run: () => change.mutate({ revision: changed.revision, state: "in_use", reason: "Undone" }),
            }
          : undefined,
      });
    },
  });
  const set = (state: EntryStateInput["state"]) => change.mutate({ revision: entry.revision, state, reason: "" });
  const isMerged = entry.mergedIntoId !== null;
  if ("fixed" in entry && entry.fixed) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {entry.proposed && !isMerged && (
        <Button size="sm" variant="primary" busy={change.isPending} onClick={() => set("in_use")}>
          Accept
        </Button>
      )}
      {!isMerged && (
        <Button size="sm" onClick={() => setAsked("merge")}>
          <Merge aria-hidden className="size-4" /> Merge into another
        </Button>
      )}
      {entry.retired ? (
        <Button size="sm" busy={change.isPending} onClick={() => set("in_use")}>
          Take back into use
        </Button>
      ) : (
        !isMerged && (
          <Button size="sm" variant="quiet" className="text-danger" onClick={() => setAsked("retire")}>
            {entry.proposed ? "Refuse" : "Retire"}
          </Button>
        )
      )}
      {asked === "merge" && (
        <MergeDialog
          list={list}
          fromId={entry.id}
          onClose={() => setAsked(null)}
          onMerged={(intoId) => open(intoId, "merged")}
        />
      )}
      <ConfirmDialog
        open={asked === "retire"}
        onOpenChange={(isOpen) => setAsked(isOpen ? "retire" : null)}
        title={entry.proposed ? `Refuse “${entry.name}”?` : `Retire “${entry.name}”?`}
        description="It is offered to nobody any more. Statements that name it keep it, and it can be taken back into use."
        confirmLabel={entry.proposed ? "Refuse" : "Retire"}
        tone="danger"
        busy={change.isPending}
        onConfirm={() => {
          setAsked(null);
          set("retired");
        }}
      />
    </div>
  );
}
