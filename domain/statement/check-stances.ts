import type { FieldValue } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { StatementCheck } from "./check-statement";
import type { Problem, Stance } from "./statement";

/** Each stance is toward a target of the registry, at most one per target, with a value and a basis of the codebook. */
export function checkStances(check: StatementCheck): Problem[] {
  const { codebook, content, previous } = check;
  const seen = new Set<string>();
  return content.stances.flatMap((stance, index) => {
    const path = `stances.${index}`;
    const before = previous?.stances.find((one) => one.targetId === stance.targetId);
    const problems = checkTarget(check, stance, path, before !== undefined);
    if (seen.has(stance.targetId)) {
      problems.push({
        severity: "invalid",
        code: "duplicate_target",
        path: `${path}.targetId`,
        message: `There are two stances toward ${nameOf(check, stance)}: keep one, or choose “mixed” if the statement takes both sides.`,
      });
    }
    seen.add(stance.targetId);
    problems.push(
      ...checkChoice({
        chosen: stance.value,
        held: before?.value,
        values: codebook.stance.values,
        path: `${path}.value`,
        what: "stance_value",
        missing: () => `Choose the stance toward ${nameOf(check, stance)}, or remove the target.`,
      }),
      ...checkChoice({
        chosen: stance.basis,
        held: before?.basis,
        values: codebook.stance.bases,
        path: `${path}.basis`,
        what: "stance_basis",
        missing: () =>
          `Say what the stance toward ${nameOf(check, stance)} rests on: ${listLabels(codebook.stance.bases)}.`,
      }),
    );
    return problems;
  });
}

function checkTarget({ registry }: StatementCheck, stance: Stance, path: string, held: boolean): Problem[] {
  const target = registry.targets.find((one) => one.id === stance.targetId);
  if (!target) {
    return [
      {
        severity: "invalid",
        code: "unknown_target",
        path: `${path}.targetId`,
        message: "This target is not in the project's registry: choose another or propose it.",
      },
    ];
  }
  if (target.mergedIntoId === null || held) return [];
  const into = registry.targets.find((one) => one.id === target.mergedIntoId)?.name;
  return [
    {
      severity: "invalid",
      code: "merged_target",
      path: `${path}.targetId`,
      message: `“${target.name}” was merged into ${into === undefined ? "another target" : `“${into}”`}: choose that one.`,
    },
  ];
}

interface Choice {
  chosen: string | null;
  /** What the stored version holds. */
  held: string | null | undefined;
  values: readonly FieldValue[];
  path: string;
  what: string;
  /** What to say where nothing is chosen; made only then, for an import asks a million times. */
  missing(): string;
}

function checkChoice({ chosen, held, values, path, what, missing }: Choice): Problem[] {
  if (chosen === null) return [{ severity: "incomplete", code: `${what}_missing`, path, message: missing() }];
  const value = findValue(values, chosen);
  if (value && (!value.retired || chosen === held)) return [];
  return [
    {
      severity: "invalid",
      code: value ? "retired_value" : "unknown_value",
      path,
      message: value
        ? `“${value.label}” is no longer offered: choose one of ${listLabels(values)}.`
        : `The codebook has no value “${chosen}” here: choose one of ${listLabels(values)}.`,
    },
  ];
}

function listLabels(values: readonly FieldValue[]): string {
  return values
    .filter((value) => !value.retired)
    .map((value) => value.label)
    .join(", ");
}

function nameOf({ registry }: StatementCheck, stance: Stance): string {
  const target = registry.targets.find((one) => one.id === stance.targetId);
  return target ? `“${target.name}”` : "an unknown target";
}
