"use client";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { searchSpeakers } from "@/components/annotate/search-speakers";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { ChangedEntry, MergeInput, RegistryListName, SplitInput } from "@/domain/contract/registry-entries";
import { mergeProblem } from "@/domain/registry/check-merge";
import { MergePreview } from "./merge-preview";
import { useRegistry } from "./registry-context";
import { useRegistryWrite } from "./use-registry-write";

interface MergeDialogProps {
  list: RegistryListName;
  fromId: string;
  /** Where it is known already into what. */
  intoId?: string;
  reason?: string;
  onClose: () => void;
  /** Given the entry that stands for both. */
  onMerged: (intoId: string) => void;
}

const found = { current: () => searchSpeakers, load: async () => searchSpeakers, subscribe: () => () => {} };

/** Merges one entry into another: what that does, which way round, and why. Undo is one press, then and later. */
export function MergeDialog(props: MergeDialogProps) {
  const { list, onClose } = props;
  const { projectId, lists, speakerOptions } = useRegistry();
  const queries = useQueryClient();
  const toast = useToast();
  const [pair, setPair] = useState<{ fromId: string; intoId: string | null }>({
    fromId: props.fromId,
    intoId: props.intoId ?? null,
  });
  const [reason, setReason] = useState(props.reason ?? "");
  const operation = useRef("");
  const entries: readonly (typeof lists.speakers)[number][] | readonly (typeof lists.targets)[number][] = lists[list];
  const from = entries.find(({ id }) => id === pair.fromId);
  const into = pair.intoId === null ? undefined : entries.find(({ id }) => id === pair.intoId);
  const read = () => {
    void queries.invalidateQueries({ queryKey: ["registry-entry"] });
    void queries.invalidateQueries({ queryKey: ["registry-uses"] });
    void queries.invalidateQueries({ queryKey: ["registry-duplicates"] });
  };
  const undo = useRegistryWrite({
    send: ({ id, ...body }: SplitInput & { id: string }) =>
      api.post<ChangedEntry>(`/projects/${projectId}/registry/${list}/${id}/split`, body),
    failure: "The merge was not undone",
    onDone: ({ name }) => {
      read();
      toast.show({ tone: "success", title: `“${name}” stands for itself again` });
    },
  });
  const merge = useRegistryWrite({
    send: (body: MergeInput) => {
      operation.current = body.operationId;
      return api.post<ChangedEntry>(`/projects/${projectId}/registry/${list}/${pair.fromId}/merge`, body);
    },
    failure: "The two were not merged",
    onDone: (merged, { intoId }) => {
      read();
      toast.show({
        tone: "success",
        title: `“${merged.name}” is merged into “${into?.name ?? ""}”`,
        action: {
          label: "Undo",
          run: () =>
            undo.mutate({
              ...{ id: merged.id, revision: merged.revision },
              ...{ reason: "Undone", reverts: operation.current },
            }),
        },
      });
      props.onMerged(intoId);
      onClose();
    },
  });
  if (!from) return null;
  const problem = into ? mergeProblem(from, into) : null;
  const isReady = into !== undefined && problem === null && reason.trim() !== "";
  const swapped = into && mergeProblem(into, from) === null;

  const options: readonly ComboboxOption[] =
    list === "speakers"
      ? speakerOptions.filter(({ id }) => id !== from.id)
      : lists.targets
          .filter(({ id, mergedIntoId, retired }) => id !== from.id && mergedIntoId === null && !retired)
          .map(({ id, key, name, aliases = [] }) => ({ id, label: name, secondary: key, keywords: aliases }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && from && into && !merge.isPending) {
      merge.mutate({ revision: from.revision, intoId: into.id, reason });
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Merge “${from.name}”`}
      description="It then stands for nothing of its own: wherever it is named, the other one is meant. No statement is rewritten, and a merge can be undone at any time."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="merge" variant="primary" busy={merge.isPending} disabled={!isReady}>
            Merge
          </Button>
        </>
      }
    >
      <form id="merge" className="grid gap-4" onSubmit={submit}>
        <div className="flex flex-wrap items-end gap-2">
          <Combobox
            key={pair.intoId ?? "none"}
            className="min-w-0 flex-1 basis-64"
            label="Into"
            placeholder="Type a name"
            most={50}
            autoFocus={pair.intoId === null}
            options={options}
            chosen={into ? { id: into.id, label: into.name } : null}
            search={list === "speakers" ? found : undefined}
            value={pair.intoId}
            onValueChange={(intoId) => setPair({ ...pair, intoId })}
          />
          {swapped && (
            <Button className="h-9" onClick={() => setPair({ fromId: into.id, intoId: from.id })}>
              <ArrowLeftRight aria-hidden className="size-4" /> Other way round
            </Button>
          )}
        </div>
        {problem && (
          <p role="alert" className="text-danger text-sm">
            {problem}
          </p>
        )}
        {into && !problem && <MergePreview list={list} fromId={from.id} intoId={into.id} />}
        <TextField
          label="Reason"
          autoFocus={pair.intoId !== null}
          autoComplete="off"
          maxLength={1000}
          description="Stands in the history, and beside the merged name."
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
