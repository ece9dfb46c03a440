"use client";
import { type FormEvent, useEffect, useState } from "react";
import { api } from "@/components/api-client";
import { Combobox } from "@/components/ui/combobox";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type TargetChange, TargetEntry, type TargetFields } from "@/domain/contract/registry-entries";
import { broaderProblem } from "@/domain/registry/broader-problem";
import { EntrySave, refusalOf } from "./entry-save";
import { useRegistry } from "./registry-context";
import { linesOf } from "./speaker-fields";
import { useRegistryWrite } from "./use-registry-write";

interface TargetFormProps {
  entry: TargetEntry;
  onSaved: (entry: TargetEntry) => void;
  onDirty: (dirty: boolean) => void;
}

const toDraft = ({ key, name, description, aliases = [], broaderId }: TargetEntry) => ({
  ...{ key, name },
  description: description ?? "",
  /** One in a line. */
  aliases: aliases.join("\n"),
  broaderId: broaderId ?? null,
});

const fromDraft = ({ key, name, description, aliases, broaderId }: ReturnType<typeof toDraft>): TargetFields => ({
  ...{ key: key.trim(), name: name.trim(), aliases: [...new Set(linesOf(aliases))], broaderId },
  description: description.trim() || null,
});

/** What the registry says of a target, and under which broader one it stands. */
export function TargetForm({ entry, onSaved, onDirty }: TargetFormProps) {
  const { projectId, lists, targetById } = useRegistry();
  const [basis, setBasis] = useState(entry);
  const [draft, setDraft] = useState(() => toDraft(entry));
  const save = useRegistryWrite({
    send: (body: TargetChange) => api.put<TargetEntry>(`/projects/${projectId}/registry/targets/${entry.id}`, body),
    failure: null,
    onDone: (saved) => {
      setBasis(saved);
      setDraft(toDraft(saved));
      onSaved(saved);
    },
  });
  const fields = fromDraft(draft);
  const isDirty = JSON.stringify(fromDraft(toDraft(basis))) !== JSON.stringify(fields);
  const saysTheSame = JSON.stringify(fromDraft(toDraft(entry))) === JSON.stringify(fromDraft(toDraft(basis)));
  if (entry.revision > basis.revision && (saysTheSame || !isDirty)) {
    // Accepted or retired meanwhile, or read anew: what is typed here goes on from there.
    setBasis(entry);
    if (!isDirty) setDraft(toDraft(entry));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, not when the caller does
  useEffect(() => {
    onDirty(isDirty);
    return () => onDirty(false);
  }, [isDirty]);
  const refusal = refusalOf(save.error);
  const theirs = refusal?.code === "stale_revision" ? TargetEntry.safeParse(refusal.current).data : undefined;
  const errorOf = (path: string) =>
    refusal?.errors?.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
  const set = (change: Partial<typeof draft>) => setDraft((held) => ({ ...held, ...change }));
  const broader = draft.broaderId === null ? undefined : targetById.get(draft.broaderId);
  const options = lists.targets
    .filter(({ id, mergedIntoId, retired }) => mergedIntoId === null && !retired && id !== entry.id)
    .filter(({ id }) => broaderProblem(lists.targets, entry.id, id) === null)
    .map(({ id, key, name, aliases = [] }) => ({ id, label: name, secondary: key, keywords: aliases }));

  function startFrom(entry: TargetEntry): void {
    save.reset();
    setBasis(entry);
    setDraft(toDraft(entry));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate({ ...fields, revision: basis.revision });
  }

  return (
    <form aria-label={`About ${basis.name}`} className="grid gap-5" onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr]">
        <TextField
          label="Handle"
          required
          maxLength={40}
          value={draft.key}
          error={errorOf("key")}
          onChange={(event) => set({ key: event.target.value })}
        />
        <TextField
          label="Wording"
          required
          dir="auto"
          maxLength={300}
          value={draft.name}
          error={errorOf("name")}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      <TextArea
        label="Other wordings"
        description="One in a line: it is found and held against others by them too."
        dir="auto"
        value={draft.aliases}
        error={errorOf("aliases")}
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <TextArea
        label="Description"
        dir="auto"
        maxLength={2000}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <div className="grid gap-1">
        <Combobox
          key={draft.broaderId ?? "none"}
          label="Stands under"
          placeholder="Nothing: it is at the top"
          emptyText="No target of this name."
          options={options}
          chosen={broader ? { id: broader.id, label: broader.name } : null}
          value={draft.broaderId}
          onValueChange={(broaderId) => set({ broaderId })}
        />
        {errorOf("broaderId") && <p className="text-danger text-sm">{errorOf("broaderId")}</p>}
      </div>
      <EntrySave
        error={save.error}
        mine={fields}
        theirs={theirs && { name: theirs.name, fields: fromDraft(toDraft(theirs)) }}
        onTakeTheirs={() => theirs && startFrom(theirs)}
        onKeepMine={() => {
          if (!theirs) return;
          setBasis(theirs);
          save.mutate({ ...fields, revision: theirs.revision });
        }}
        busy={save.isPending}
        canSave={fields.name !== "" && fields.key !== ""}
        isDirty={isDirty}
        onDiscard={() => startFrom(basis)}
      />
    </form>
  );
}
