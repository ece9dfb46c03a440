"use client";

import { ChevronRight, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { useKeyOf } from "@/components/ui/command-keys";
import { scoreGlyph } from "@/components/ui/hue-chip";
import { IconButton } from "@/components/ui/icon-button";
import { findValue, offeredValues } from "@/domain/codebook/find-field";
import type { Target } from "@/domain/contract/registry";
import type { Stance } from "@/domain/statement/statement";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { choicesOf } from "./coded-field";
import { FormPart } from "./form-part";
import { NewStance } from "./new-stance";
import { editStance, removeStance } from "./statement-edits";

/** The speaker's stances: any number of targets, each with a value and a basis, neither of them chosen beforehand. */
export function StanceFields({ statement }: { statement: ShownStatement }) {
  const { codebook, registry, editable, goTo } = useAnnotationScreen();
  const { stances } = statement.content;
  // What is coded takes one line once the next is begun; never in between, when it would move things under the hand.
  const [folded, setFolded] = useState(() => codedTargets(stances.slice(0, -1)));
  const adds = editable && <NewStance statement={statement} onAdd={() => setFolded(codedTargets(stances))} />;
  return (
    <FormPart
      statement={statement}
      path="stances"
      label={codebook.stance.label}
      definition={codebook.stance.definition}
      values={[...codebook.stance.values, ...codebook.stance.bases]}
      chosen={stances.flatMap(({ value, basis }) => [value ?? [], basis ?? []].flat())}
    >
      {stances.map((stance, index) => {
        const path = `stances.${index}`;
        const target = registry.targets.find((one) => one.id === stance.targetId) ?? null;
        return folded.includes(stance.targetId) ? (
          <FoldedStance
            key={stance.targetId}
            stance={stance}
            path={path}
            target={target}
            onOpen={() => {
              setFolded(folded.filter((id) => id !== stance.targetId));
              goTo(statement.id, `${path}.value`);
            }}
          />
        ) : (
          <StanceField key={stance.targetId} statement={statement} stance={stance} path={path} target={target}>
            {index === stances.length - 1 && adds}
          </StanceField>
        );
      })}
      {(stances.length === 0 || folded.includes(stances.at(-1)?.targetId ?? "")) && adds}
    </FormPart>
  );
}

const codedTargets = (stances: readonly Stance[]) =>
  stances.flatMap(({ targetId, value, basis }) => (value !== null && basis !== null ? [targetId] : []));

type FoldedStanceProps = { stance: Stance; path: string; target: Target | null; onOpen: () => void };

function FoldedStance({ stance, path, target, onOpen }: FoldedStanceProps) {
  const { codebook } = useAnnotationScreen();
  const value = findValue(codebook.stance.values, stance.value ?? "");
  const basis = findValue(codebook.stance.bases, stance.basis ?? "");
  return (
    <div data-path={path}>
      <button
        type="button"
        aria-expanded={false}
        data-hue={value?.colour}
        className="flex min-h-6 w-full min-w-0 items-center gap-1.5 rounded-md px-1 text-left text-sm hover:bg-surface-sunken pointer-coarse:min-h-11"
        onClick={onOpen}
      >
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-text-muted" />
        <span className="shrink-0 font-medium text-hue-text">
          <span aria-hidden>{scoreGlyph(value?.score)} </span>
          {value?.label}
        </span>
        <span className="min-w-0 truncate">
          {basis && <span className="text-text-muted">{basis.label.toLowerCase()}, </span>}
          <span className="text-text-muted">toward {target?.key} </span>
          {target?.name}
        </span>
      </button>
    </div>
  );
}

type StanceFieldProps = {
  statement: ShownStatement;
  stance: Stance;
  path: string;
  target: Target | null;
  /** Stands at the end of its last row. */
  children: ReactNode;
};

function StanceField({ statement, stance, path, target, children }: StanceFieldProps) {
  const { codebook, edit, editable } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const name = target?.name ?? "a target that is gone";
  const change = (next: Partial<Stance>) => edit(statement.id, (content) => editStance(content, stance.targetId, next));
  return (
    <div data-path={path} className="grid gap-1">
      <div className="flex min-h-6 items-start gap-2">
        <p className="min-w-0 flex-1 pt-0.5 text-sm leading-5">
          <span className="sr-only">toward </span>
          <span className="text-text-muted tabular-nums">{target?.key} </span>
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
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 @md:-ml-23">
        <div data-path={`${path}.value`}>
          <ChoiceGroup
            compact
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
            compact
            label={`Basis of the stance toward ${name}`}
            value={stance.basis === null ? [] : [stance.basis]}
            disabled={!editable}
            choices={choicesOf(offeredValues(codebook.stance.bases, stance.basis), {
              keyOf: (basis) => keyOf(`basis.${basis}`),
            })}
            onValueChange={([basis]) => change({ basis: basis ?? null })}
          />
        </div>
        {children}
      </div>
    </div>
  );
}
