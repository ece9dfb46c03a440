"use client";

import { useMemo, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { findValue } from "@/domain/codebook/find-field";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { addStance, editStance } from "./statement-edits";
import { targetByNumber, targetOptions } from "./target-options";

/** Statements looked back at for targets of late. */
const RECENT = 100;

/**
 * Asks toward what a stance is. Opened by the key of a value it has that value, and the target of a stance that is there
 * changes its value; opened empty it adds one with nothing chosen.
 */
export function NewStance({ statement, onAdd }: { statement: ShownStatement; onAdd: () => void }) {
  const { codebook, registry, statements, edit, goTo, proposeTarget, announce, flow } = useAnnotationScreen();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { stances } = statement.content;
  const list = flow.openList?.path === "stances.new" ? flow.openList : null;
  const value = list?.stanceValue ? findValue(codebook.stance.values, list.stanceValue) : null;
  const options = useMemo(
    () =>
      targetOptions(registry.targets, {
        left: new Set(value ? [] : stances.map((stance) => stance.targetId)),
        before: statements
          .slice(Math.max(0, statement.number - 1 - RECENT), statement.number - 1)
          .map(({ content }) => content),
      }),
    [registry.targets, stances, value, statements, statement.number],
  );

  function choose(targetId: string): void {
    const held = stances.findIndex((stance) => stance.targetId === targetId);
    const place = held < 0 ? stances.length : held;
    onAdd();
    edit(statement.id, (content) => {
      const added = addStance(content, targetId);
      return value ? editStance(added, targetId, { value: value.key }) : added;
    });
    flow.closeList();
    goTo(statement.id, `stances.${place}.${value ? "basis" : "value"}`);
    const target = registry.targets.find((one) => one.id === targetId);
    if (value)
      announce(
        `${value.label} ${target?.name ?? ""}: ${codebook.stance.bases.map((basis) => basis.label).join(" or ")}?`,
      );
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

  const asked = stances.length === 0 ? "Toward what? Leave empty if toward nothing" : "And toward what else?";
  return (
    <div data-path="stances.new" className="min-w-44 flex-1">
      <Combobox
        // Empty again after each choice; open at once when a value was chosen first.
        key={`${stances.map((stance) => stance.targetId).join()} ${list?.stanceValue ?? ""}`}
        compact
        label={value ? `${value.label} toward what?` : "Add a stance toward"}
        labelHidden
        placeholder={value ? `${value.label} toward what? Name, number or Enter` : asked}
        options={options}
        value={null}
        defaultOpen={value !== null}
        pick={(typed) => targetByNumber(registry.targets, typed)}
        onOpenChange={(open) => !open && flow.closeList()}
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
