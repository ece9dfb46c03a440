"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type {
  ChangedEntry,
  MergedEntry,
  MergeInput,
  RegistryListName,
  SplitInput,
} from "@/domain/contract/registry-entries";
import { useRegistry } from "./registry-context";
import { useRegistryWrite } from "./use-registry-write";

interface SplitDialogProps {
  list: RegistryListName;
  into: { id: string; name: string };
  entry: MergedEntry;
  onClose: () => void;
}

/** Takes one merge back: who stands for itself again, how many statements that concerns, and why. */
export function SplitDialog({ list, into, entry, onClose }: SplitDialogProps) {
  const { projectId, lists } = useRegistry();
  const queries = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const own = lists[list].find(({ id }) => id === entry.id)?.uses ?? null;
  const operation = useRef("");
  const path = `/projects/${projectId}/registry/${list}/${entry.id}`;
  const read = () => {
    void queries.invalidateQueries({ queryKey: ["registry-entry"] });
    void queries.invalidateQueries({ queryKey: ["registry-uses"] });
  };
  const undo = useRegistryWrite({
    send: (body: MergeInput) => api.post<ChangedEntry>(`${path}/merge`, body),
    failure: "The split was not undone",
    onDone: () => {
      read();
      toast.show({ tone: "success", title: `“${entry.name}” is merged into “${into.name}” again` });
    },
  });
  const split = useRegistryWrite({
    send: (body: SplitInput) => {
      operation.current = body.operationId;
      return api.post<ChangedEntry>(`${path}/split`, body);
    },
    failure: `“${entry.name}” was not split off`,
    onDone: ({ revision }) => {
      read();
      toast.show({
        tone: "success",
        title: `“${entry.name}” stands for itself again`,
        action: {
          label: "Undo",
          // Merged with the reason it had, and not with that of this press.
          run: () =>
            undo.mutate({
              ...{ revision, intoId: into.id, reverts: operation.current },
              reason: entry.merge?.reason ?? "Undone",
            }),
        },
      });
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() === "" || split.isPending) return;
    split.mutate({ revision: entry.revision, reason, reverts: entry.merge?.operationId });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={`Split off “${entry.name}”?`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="split" variant="primary" busy={split.isPending} disabled={reason.trim() === ""}>
            Split off
          </Button>
        </>
      }
    >
      <form id="split" className="grid gap-4" onSubmit={submit}>
        <p className="text-sm">
          It stands for itself again, and with it what was merged into it before.{" "}
          {own !== null && own > 0
            ? `${own === 1 ? "The statement that names" : `The ${own.toLocaleString("en")} statements that name`} it itself count for it and no longer for “${into.name}”.`
            : `“${into.name}” keeps all its statements.`}{" "}
          No statement is rewritten.
        </p>
        <TextField
          label="Reason"
          autoFocus
          autoComplete="off"
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
