"use client";

import { X } from "lucide-react";
import { useMemo, useState } from "react";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Combobox } from "@/components/ui/combobox";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { offeredValues } from "@/domain/codebook/find-field";
import type { Target } from "@/domain/contract/registry";
import type { Stance } from "@/domain/statement/statement";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { choicesOf } from "./coded-field";
import { FormPart } from "./form-part";
import { addStance, editStance, removeStance } from "./statement-edits";

/** The speaker's stances: any number of targets, each with a value and a basis, neither of them chosen beforehand. */
export function StanceFields({ statement }: { statement: ShownStatement }) {
  const { codebook, registry, editable } = useAnnotationScreen();
  const { stances } = statement.content;
  return (
    <FormPart
      statement={statement}
      path="stances"
      label={codebook.stance.label}
      definition={codebook.stance.definition}
      values={[...codebook.stance.values, ...codebook.stance.bases]}
    >
      {stances.map((stance, index) => (
        <StanceField
          key={stance.targetId}
          statement={statement}
          stance={stance}
          path={`stances.${index}`}
          target={registry.targets.find((target) => target.id === stance.targetId) ?? null}
        />
      ))}
      {editable && <NewStance statement={statement} />}
    </FormPart>
  );
}

type StanceFieldProps = { statement: ShownStatement; stance: Stance; path: string; target: Target | null };

function StanceField({ statement, stance, path, target }: StanceFieldProps) {
  const { codebook, edit, editable } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const name = target?.name ?? "a target that is gone";
  const change = (next: Partial<Stance>) => edit(statement.id, (content) => editStance(content, stance.targetId, next));
  return (
    <div data-path={path} className="grid gap-1.5 border-border border-l-2 pl-3">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 pt-0.5 text-sm">
          <span className="text-text-muted">toward </span>
          {target && <span className="text-text-muted tabular-nums">{target.key} </span>}
          {name}
          {target?.proposed && <span className="text-text-muted"> (proposed)</span>}
        </p>
        {editable && (
          <IconButton
            data-aside=""
            label={`Remove the stance toward ${name}`}
            size="sm"
            className="size-6"
            onClick={() => edit(statement.id, (content) => removeStance(content, stance.targetId))}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <div data-path={`${path}.value`}>
        <ChoiceGroup
          label={`Stance toward ${name}`}
          value={stance.value === null ? [] : [stance.value]}
          disabled={!editable}
          choices={choicesOf(offeredValues(codebook.stance.values, stance.value), {
            scaled: true,
            keyOf: (value) => keyOf(`stance.${value}`),
          })}
          onValueChange={([value]) => change({ value: value ?? null })}
        />
      </div>
      <div data-path={`${path}.basis`}>
        <ChoiceGroup
          label={`Basis of the stance toward ${name}`}
          value={stance.basis === null ? [] : [stance.basis]}
          disabled={!editable}
          choices={choicesOf(offeredValues(codebook.stance.bases, stance.basis), {
            keyOf: (basis) => keyOf(`basis.${basis}`),
          })}
          onValueChange={([basis]) => change({ basis: basis ?? null })}
        />
      </div>
    </div>
  );
}

function NewStance({ statement }: { statement: ShownStatement }) {
  const { codebook, registry, edit, goTo, proposeTarget, announce } = useAnnotationScreen();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { stances } = statement.content;
  const options = useMemo(
    () =>
      registry.targets
        .filter((target) => target.mergedIntoId === null && !stances.some((stance) => stance.targetId === target.id))
        .map((target) => ({
          id: target.id,
          label: target.name,
          secondary: [target.key, target.proposed ? "proposed" : null, target.description].filter(Boolean).join(" · "),
        })),
    [registry.targets, stances],
  );

  function choose(targetId: string): void {
    edit(statement.id, (content) => addStance(content, targetId));
    goTo(statement.id, `stances.${stances.length}.value`);
  }

  async function propose(name: string): Promise<void> {
    setRefusal(null);
    try {
      const target = await proposeTarget(name);
      announce(`Target “${target.name}” proposed`);
      choose(target.id);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : "The target could not be proposed; try again.");
    }
  }

  return (
    <div data-path="stances.new">
      <Combobox
        // Empty again after each choice.
        key={stances.map((stance) => stance.targetId).join()}
        label="Add a stance toward"
        labelHidden
        placeholder={stances.length === 0 ? "Toward what? Leave empty if toward nothing" : "And toward what else?"}
        options={options}
        value={null}
        onValueChange={(id) => id && choose(id)}
        onCreate={codebook.stance.targets === "proposable" ? propose : undefined}
        createLabel={(name) => `Propose “${name}” as a target`}
        emptyText="No target of this name."
      />
      {refusal && (
        <p role="alert" className="mt-1 text-danger text-sm">
          {refusal}
        </p>
      )}
    </div>
  );
}
