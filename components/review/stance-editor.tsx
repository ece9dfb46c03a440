"use client";
import { X } from "lucide-react";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Combobox } from "@/components/ui/combobox";
import { scoreGlyph } from "@/components/ui/hue-chip";
import { IconButton } from "@/components/ui/icon-button";
import type { Codebook } from "@/domain/codebook/codebook";
import { offeredValues } from "@/domain/codebook/find-field";
import type { Registry } from "@/domain/contract/registry";
import type { Stance, StatementContent } from "@/domain/statement/statement";

interface StanceEditorProps {
  content: StatementContent;
  onChange: (content: StatementContent) => void;
  codebook: Codebook;
  registry: Registry;
}

/** The stances of a statement, each toward one target; nothing is filled in by itself. */
export function StanceEditor({ content, onChange, codebook, registry }: StanceEditorProps) {
  const { stances } = content;
  const nameOf = (stance: Stance) => registry.targets.find((target) => target.id === stance.targetId)?.name ?? "?";
  const set = (targetId: string, change: Partial<Stance>) =>
    onChange({
      ...content,
      stances: stances.map((stance) => (stance.targetId === targetId ? { ...stance, ...change } : stance)),
    });
  const free = registry.targets.filter(
    (target) =>
      target.mergedIntoId === null && !target.retired && !stances.some((stance) => stance.targetId === target.id),
  );
  return (
    <div className="flex flex-col gap-3">
      {stances.map((stance) => (
        <fieldset key={stance.targetId} className="rounded-md border p-2.5">
          <div className="mb-2 flex items-start justify-between gap-2">
            <legend className="contents font-medium text-sm">
              <span dir="auto">{nameOf(stance)}</span>
            </legend>
            <IconButton
              label={`Remove ${nameOf(stance)}`}
              size="sm"
              onClick={() =>
                onChange({ ...content, stances: stances.filter((one) => one.targetId !== stance.targetId) })
              }
            >
              <X aria-hidden />
            </IconButton>
          </div>
          <ChoiceGroup
            label={`${codebook.stance.label} toward ${nameOf(stance)}`}
            value={stance.value === null ? [] : [stance.value]}
            onValueChange={([value]) => set(stance.targetId, { value: value ?? null })}
            choices={offeredValues(codebook.stance.values, stance.value).map((value) => ({
              value: value.key,
              label: value.label,
              hue: value.colour,
              glyph: scoreGlyph(value.score),
              title: value.definition,
            }))}
          />
          <ChoiceGroup
            className="mt-2"
            label={`Basis for ${nameOf(stance)}`}
            value={stance.basis === null ? [] : [stance.basis]}
            onValueChange={([basis]) => set(stance.targetId, { basis: basis ?? null })}
            choices={offeredValues(codebook.stance.bases, stance.basis).map((basis) => ({
              value: basis.key,
              label: basis.label,
              title: basis.definition,
            }))}
          />
        </fieldset>
      ))}
      {free.length > 0 && (
        <Combobox
          // Empty again after each choice.
          key={stances.length}
          label="Add a target"
          options={free.map(({ id, key, name, aliases }) => ({
            id,
            label: name,
            secondary: key,
            keywords: aliases ?? [],
          }))}
          value={null}
          onValueChange={(id) =>
            id && onChange({ ...content, stances: [...stances, { targetId: id, value: null, basis: null }] })
          }
          placeholder="Type a target"
        />
      )}
    </div>
  );
}
