"use client";
import { Plus, Trash2 } from "lucide-react";
import { speakerSearch } from "@/components/annotate/speaker-search";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { hintStyles } from "@/components/ui/field-styles";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { useRegistry } from "./registry-context";
import type { AffiliationDraft } from "./speaker-fields";

interface AffiliationRowsProps {
  affiliations: readonly AffiliationDraft[];
  onChange: (affiliations: AffiliationDraft[]) => void;
  /** By place and name of the field, as `0.validTo`. */
  errors: Readonly<Record<string, string>>;
  error?: string;
  newKey: () => string;
}

/** To which bodies somebody belonged, and from when to when. */
export function AffiliationRows({ affiliations, onChange, errors, error, newKey }: AffiliationRowsProps) {
  const set = (at: number, change: Partial<AffiliationDraft>) =>
    onChange(affiliations.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium text-sm">Affiliations</legend>
      <p className={hintStyles}>
        An article shows the one that holds on its day, else the organisation above. Days count in; an empty one is
        open.
      </p>
      {affiliations.map((one, at) => (
        <fieldset key={one.key} className="grid gap-3 rounded-md border p-3 sm:grid-cols-2">
          <legend className="sr-only">Affiliation {at + 1}</legend>
          <OrganisationField
            label="Organisation"
            value={one.organisationId}
            onValueChange={(organisationId) => set(at, { organisationId })}
          />
          <div className="flex items-end gap-2">
            <TextField
              label="Role there"
              className="min-w-0 flex-1"
              value={one.roleTitle}
              maxLength={300}
              onChange={(event) => set(at, { roleTitle: event.target.value })}
            />
            <IconButton
              label={`Take affiliation ${at + 1} away`}
              className="size-9"
              onClick={() => onChange(affiliations.filter((_, place) => place !== at))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </div>
          <TextField
            label="From"
            type="date"
            value={one.validFrom}
            error={errors[`${at}.validFrom`]}
            onChange={(event) => set(at, { validFrom: event.target.value })}
          />
          <TextField
            label="To"
            type="date"
            value={one.validTo}
            error={errors[`${at}.validTo`]}
            onChange={(event) => set(at, { validTo: event.target.value })}
          />
          {errors[`${at}.organisationId`] && (
            <p className="text-danger text-sm sm:col-span-2">{errors[`${at}.organisationId`]}</p>
          )}
        </fieldset>
      ))}
      {error && <p className="text-danger text-sm">{error}</p>}
      <Button
        size="sm"
        className="justify-self-start"
        onClick={() =>
          onChange([
            ...affiliations,
            { key: newKey(), organisationId: null, roleTitle: "", validFrom: "", validTo: "" },
          ])
        }
      >
        <Plus aria-hidden className="size-4" /> Add an affiliation
      </Button>
    </fieldset>
  );
}

interface OrganisationFieldProps {
  label: string;
  value: string | null;
  onValueChange: (id: string | null) => void;
}

/** A body of the registry, found as one types. */
export function OrganisationField({ label, value, onValueChange }: OrganisationFieldProps) {
  const { speakerOptions, speakerById } = useRegistry();
  const held = value === null ? undefined : speakerById.get(value);
  return (
    <Combobox
      key={value ?? "none"}
      label={label}
      most={50}
      placeholder="Type a name"
      emptyText="Nobody of this name: add it to the registry first."
      options={speakerOptions}
      chosen={held ? { id: held.id, label: held.name } : null}
      search={speakerSearch}
      value={value}
      onValueChange={onValueChange}
    />
  );
}
