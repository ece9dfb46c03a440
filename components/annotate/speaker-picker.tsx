"use client";

import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Combobox } from "@/components/ui/combobox";
import { TextField } from "@/components/ui/text-field";
import { useAnnotationScreen } from "./annotation-context";
import { namedIn } from "./named-in";
import { speakerOption, speakerOptions } from "./speaker-options";
import { speakerSearch } from "./speaker-search";

type SpeakerPickerProps = {
  label: string;
  value: string | null;
  placeholder: string;
  clearable?: boolean;
  onChoose: (speakerId: string | null) => void;
};

/** Type-ahead over the registry; whoever is not in it is created in place. */
export function SpeakerPicker({ label, value, placeholder, clearable, onChoose }: SpeakerPickerProps) {
  const { registry, codebook, text, statements, editable } = useAnnotationScreen();
  const [newName, setNewName] = useState<string | null>(null);
  // Only when the list is opened: who is named is looked for in the whole article.
  const options = useCallback(() => {
    const used = [...new Set(statements.flatMap(({ content }) => content.chain).reverse())];
    const named = namedIn(text, registry.speakers);
    return speakerOptions(registry.speakers, { codebook, named, used, chosen: value });
  }, [registry.speakers, codebook, text, statements, value]);
  const chosen = useMemo(() => {
    const speaker = registry.speakers.find(({ id }) => id === value);
    return speaker ? speakerOption(speaker, codebook) : null;
  }, [registry.speakers, codebook, value]);
  if (newName !== null) {
    return (
      <NewSpeaker
        name={newName}
        onCancel={() => setNewName(null)}
        onCreated={(id) => {
          setNewName(null);
          onChoose(id);
        }}
      />
    );
  }
  return (
    <Combobox
      // The input starts anew with each choice, so that it always says who is chosen.
      key={value ?? "none"}
      compact
      label={label}
      labelHidden
      placeholder={placeholder}
      options={options}
      chosen={chosen}
      search={speakerSearch}
      value={value}
      clearable={clearable}
      disabled={!editable}
      onValueChange={onChoose}
      onCreate={setNewName}
      createLabel={(name) => `Add “${name}” to the registry`}
      emptyText="Nobody of this name."
    />
  );
}

type NewSpeakerProps = { name: string; onCreated: (id: string) => void; onCancel: () => void };

function NewSpeaker({ name: typed, onCreated, onCancel }: NewSpeakerProps) {
  const { codebook, createSpeaker, announce } = useAnnotationScreen();
  const [name, setName] = useState(typed);
  const [kind, setKind] = useState<string | null>(null);
  const [roleTitle, setRoleTitle] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function create(): Promise<void> {
    if (!kind) {
      setRefusal("Choose what kind of speaker this is.");
      return;
    }
    setBusy(true);
    setRefusal(null);
    try {
      const speaker = await createSpeaker({ name: name.trim(), kind, roleTitle: roleTitle.trim() || null });
      announce(`${speaker.name} added to the registry`);
      onCreated(speaker.id);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : "The speaker could not be added; try again.");
      setBusy(false);
    }
  }

  return (
    <form
      aria-label="New speaker"
      className="grid gap-3 rounded-md border border-border bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextField label="Name" value={name} onChange={(event) => setName(event.target.value)} autoFocus required />
      <div className="grid gap-1">
        <span className="font-medium text-sm">Kind</span>
        <ChoiceGroup
          compact
          label="Kind"
          value={kind ? [kind] : []}
          onValueChange={([value]) => setKind(value ?? null)}
          choices={codebook.speaker.kinds
            .filter((value) => !value.retired && value.key !== "outlet" && value.key !== "unknown")
            .map((value) => ({ value: value.key, label: value.label, title: value.definition }))}
        />
      </div>
      <TextField
        label="Role or title"
        description="As the article gives it; may stay empty."
        value={roleTitle}
        onChange={(event) => setRoleTitle(event.target.value)}
      />
      {refusal && (
        <p role="alert" className="text-danger text-sm">
          {refusal}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={name.trim() === ""}>
          Add speaker
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
