"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { offeredValues } from "@/domain/codebook/find-field";
import { type SpeakerChange, SpeakerEntry } from "@/domain/contract/registry-entries";
import { AffiliationRows, OrganisationField } from "./affiliation-rows";
import { EntrySave, refusalOf } from "./entry-save";
import { useRegistry } from "./registry-context";
import { fromDraft, type SpeakerDraft, toDraft } from "./speaker-fields";
import { useRegistryWrite } from "./use-registry-write";

interface SpeakerFormProps {
  entry: SpeakerEntry;
  onSaved: (entry: SpeakerEntry) => void;
  onDirty: (dirty: boolean) => void;
}

/** What the registry says of a speaker, to be changed. Somebody else's change in between is shown, never written over. */
export function SpeakerForm({ entry, onSaved, onDirty }: SpeakerFormProps) {
  const { projectId, codebook } = useRegistry();
  const [basis, setBasis] = useState(entry);
  const [draft, setDraft] = useState(() => toDraft(entry));
  const [tried, setTried] = useState(false);
  const rows = useRef(0);
  const save = useRegistryWrite({
    send: (body: SpeakerChange) => api.put<SpeakerEntry>(`/projects/${projectId}/registry/speakers/${entry.id}`, body),
    failure: null,
    onDone: (saved) => {
      setBasis(saved);
      setDraft(toDraft(saved));
      setTried(false);
      onSaved(saved);
    },
  });
  const { fields, problems } = fromDraft(draft);
  const isDirty = JSON.stringify(fromDraft(toDraft(basis)).fields) !== JSON.stringify(fields) || "otherIds" in problems;
  const saysTheSame =
    JSON.stringify(fromDraft(toDraft(entry)).fields) === JSON.stringify(fromDraft(toDraft(basis)).fields);
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
  const theirs = refusal?.code === "stale_revision" ? SpeakerEntry.safeParse(refusal.current).data : undefined;
  const errors = Object.fromEntries((refusal?.errors ?? []).map(({ path, message }) => [path, message]));
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(errors).flatMap(([path, message]) =>
        path.startsWith(`${prefix}.`) ? [[path.slice(prefix.length + 1), message]] : [],
      ),
    );
  const set = (change: Partial<SpeakerDraft>) => setDraft((held) => ({ ...held, ...change }));
  const shown = tried ? problems : {};

  function startFrom(entry: SpeakerEntry): void {
    save.reset();
    setBasis(entry);
    setDraft(toDraft(entry));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) save.mutate({ ...fields, revision: basis.revision });
  }

  const { kinds, sectors, functions } = codebook.speaker;
  const choices = (values: typeof kinds, held: string | null) =>
    offeredValues(values, held).map(({ key, label }) => ({ value: key, label }));
  const listed = choices(kinds, basis.kind).filter(
    ({ value }) => value === basis.kind || (value !== "outlet" && value !== "unknown"),
  );
  const ownKind = listed.some(({ value }) => value === draft.kind) ? [] : [{ value: draft.kind, label: draft.kind }];
  return (
    <form aria-label={`About ${basis.name}`} className="grid gap-5" onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Name"
          required
          maxLength={300}
          dir="auto"
          value={draft.name}
          error={errors.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <SelectField
          label="Kind"
          disabled={basis.fixed}
          value={draft.kind}
          error={errors.kind}
          onValueChange={(kind) => set({ kind })}
          options={[...ownKind, ...listed]}
        />
        <TextField
          label="Role or title"
          maxLength={300}
          dir="auto"
          value={draft.roleTitle}
          onChange={(event) => set({ roleTitle: event.target.value })}
        />
        <div className="grid gap-1">
          <OrganisationField
            label="Organisation"
            value={draft.organisationId}
            onValueChange={(organisationId) => set({ organisationId })}
          />
          {errors.organisationId && <p className="text-danger text-sm">{errors.organisationId}</p>}
        </div>
        {sectors.length > 0 && (
          <SelectField
            label="Sector"
            value={draft.sector}
            error={errors.sector}
            onValueChange={(sector) => set({ sector })}
            options={[{ value: "", label: "Not said" }, ...choices(sectors, basis.sector)]}
          />
        )}
        {functions.length > 0 && (
          <SelectField
            label="Function"
            value={draft.function}
            error={errors.function}
            onValueChange={(value) => set({ function: value })}
            options={[{ value: "", label: "Not said" }, ...choices(functions, basis.function)]}
          />
        )}
        <TextField
          label="Country"
          maxLength={80}
          value={draft.country}
          onChange={(event) => set({ country: event.target.value })}
        />
        <TextField
          label="Wikidata"
          description="Q and a number; nothing is looked up."
          value={draft.wikidata}
          error={errors["externalIds.wikidata"]}
          onChange={(event) => set({ wikidata: event.target.value })}
        />
      </div>
      <TextArea
        label="Other names"
        description="One in a line: spellings, short forms, abbreviations."
        dir="auto"
        value={draft.aliases}
        error={firstOf(under("aliases")) ?? errors.aliases}
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <AffiliationRows
        affiliations={draft.affiliations}
        onChange={(affiliations) => set({ affiliations })}
        errors={under("affiliations")}
        error={shown.affiliations}
        newKey={() => {
          rows.current += 1;
          return `new ${rows.current}`;
        }}
      />
      <TextArea
        label="Ids elsewhere"
        description="One in a line: a scheme, a colon and the id, such as viaf: 113230702."
        value={draft.otherIds}
        error={shown.otherIds ?? firstOf(under("externalIds"), "wikidata")}
        onChange={(event) => set({ otherIds: event.target.value })}
      />
      <TextArea
        label="Notes"
        dir="auto"
        maxLength={10_000}
        value={draft.notes}
        onChange={(event) => set({ notes: event.target.value })}
      />
      <EntrySave
        error={save.error}
        mine={fields}
        theirs={theirs && { name: theirs.name, fields: fromDraft(toDraft(theirs)).fields }}
        onTakeTheirs={() => theirs && startFrom(theirs)}
        onKeepMine={() => {
          if (!theirs) return;
          setBasis(theirs);
          save.mutate({ ...fields, revision: theirs.revision });
        }}
        busy={save.isPending}
        canSave={fields.name !== ""}
        isDirty={isDirty}
        onDiscard={() => startFrom(basis)}
      />
    </form>
  );
}

const firstOf = (found: Record<string, string>, except?: string) =>
  Object.entries(found).find(([path]) => path !== except)?.[1];
