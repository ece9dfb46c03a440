"use client";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { offeredValues } from "@/domain/codebook/find-field";
import type { Speaker, Target } from "@/domain/contract/registry";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import { useRegistry } from "./registry-context";
import { useRegistryWrite } from "./use-registry-write";

interface NewEntry {
  operationId: string;
  id: string;
  name: string;
  kind?: string;
}

/** Adds a speaker or a target, which then opens for the rest of what is known. */
export function AddEntryDialog({ list, onClose }: { list: RegistryListName; onClose: () => void }) {
  const { projectId, codebook, open } = useRegistry();
  const [id] = useState(() => uuid());
  const [name, setName] = useState("");
  const kinds = offeredValues(codebook.speaker.kinds).filter(({ key }) => key !== "outlet" && key !== "unknown");
  const [kind, setKind] = useState(kinds[0]?.key ?? "");
  const isSpeaker = list === "speakers";
  const adding = useRegistryWrite({
    send: (body: NewEntry) => api.post<Speaker | Target>(`/projects/${projectId}/${list}`, body),
    failure: isSpeaker ? "The speaker was not added" : "The target was not added",
    onDone: (added) => {
      open(added.id);
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === "" || adding.isPending) return;
    adding.mutate({ id, name, ...(isSpeaker && { kind }) });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="sm"
      title={isSpeaker ? "Add a speaker" : "Add a target"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="add-entry"
            variant="primary"
            busy={adding.isPending}
            disabled={name.trim() === ""}
          >
            Add
          </Button>
        </>
      }
    >
      <form id="add-entry" className="grid gap-4" onSubmit={submit}>
        <TextField
          label={isSpeaker ? "Name" : "Wording"}
          autoFocus
          autoComplete="off"
          dir="auto"
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {isSpeaker && (
          <SelectField
            label="Kind"
            value={kind}
            onValueChange={setKind}
            options={kinds.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
      </form>
    </Dialog>
  );
}
