import { checkConditions } from "./check-conditions";
import { checkEntries } from "./check-entries";
import { checkShortcuts } from "./check-shortcuts";
import { checkValues } from "./check-values";
import type { Codebook, Field, SpanRole } from "./codebook";
import { type CodebookProblem, error, warning } from "./codebook-problem";

/**
 * Everything about a codebook that cannot be, or is probably not meant, in the order of its parts. Without errors it
 * parses as a Codebook. `reserved`: keys of the keyboard that the Annotate screen has taken.
 */
export function checkCodebook(codebook: Codebook, reserved: readonly string[] = []): CodebookProblem[] {
  const { name, guidelines, roles, fields, stance, speaker } = codebook;
  return [
    ...(name.trim() === "" ? [error("name", "Give the codebook a name.")] : []),
    ...(guidelines.trim() === "" ? [warning("guidelines", "Without guidelines annotators have to guess.")] : []),
    ...checkRoles(roles),
    ...checkEntries(fields, "fields", "field"),
    ...fields.flatMap((field, index) => checkField(field, `fields.${index}`)),
    ...checkConditions(codebook),
    ...checkStance(stance),
    ...checkValues(speaker.kinds, "speaker.kinds", { least: 1, defined: false }),
    ...checkKinds(speaker.kinds),
    ...checkValues(speaker.sectors, "speaker.sectors", { least: 0, defined: false }),
    ...checkValues(speaker.functions, "speaker.functions", { least: 0, defined: false }),
    ...checkShortcuts(codebook, reserved),
  ];
}

/** Whether problems keep a codebook from being published. */
export function isPublishable(problems: readonly CodebookProblem[]): boolean {
  return problems.every(({ severity }) => severity !== "error");
}

function checkRoles(roles: readonly SpanRole[]): CodebookProblem[] {
  const content = roles.findIndex(({ key }) => key === "content");
  const problems = checkEntries(roles, "roles", "role");
  if (content < 0) problems.push(error("roles", "There must be a role with the key “content”: what is attributed."));
  for (const [index, role] of roles.entries()) {
    const path = `roles.${index}`;
    if (index === content && !role.enabled)
      problems.push(error(`${path}.enabled`, "The content of a statement cannot be off."));
    if (index === content && role.min < 1)
      problems.push(error(`${path}.min`, "Every statement has content: at least 1."));
    if (role.max !== null && role.max < role.min) {
      problems.push(error(`${path}.max`, `At most ${role.max} is less than at least ${role.min}.`));
    }
    if (role.enabled && role.definition.trim() === "") {
      problems.push(warning(`${path}.definition`, `Say what belongs to “${role.label}”.`));
    }
  }
  return problems;
}

function checkField(field: Field, path: string): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  if (field.enabled && field.definition.trim() === "") {
    problems.push(warning(`${path}.definition`, `Say what “${field.label}” asks.`));
  }
  const isChoice = field.type === "single" || field.type === "multiple";
  if (!isChoice) {
    if (field.values.length > 0) problems.push(error(`${path}.values`, "Only a question of choice has values."));
    if (field.type !== "number" && field.measure !== "nominal") {
      problems.push(error(`${path}.measure`, "Only values with scores, and numbers, can be ordered."));
    }
    if (field.type === "flag" && field.required) {
      problems.push(
        warning(`${path}.required`, "A yes-or-no question that must be answered can only be answered yes."),
      );
    }
    return problems;
  }
  if (field.type === "multiple" && field.measure !== "nominal") {
    problems.push(error(`${path}.measure`, "Several values at once have no order: nominal."));
  }
  const scaled = field.type === "single" && field.measure !== "nominal";
  return [...problems, ...checkValues(field.values, `${path}.values`, { least: 2, scaled, defined: field.enabled })];
}

function checkStance(stance: Codebook["stance"]): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  if (stance.label.trim() === "") problems.push(error("stance.label", "Give the stance a name."));
  if (stance.definition.trim() === "") problems.push(warning("stance.definition", "Say whose stance is meant."));
  const scaled = stance.measure === "ordinal";
  return [
    ...problems,
    ...checkValues(stance.values, "stance.values", { least: 2, scaled, defined: true }),
    ...checkValues(stance.bases, "stance.bases", { least: 1, defined: true }),
  ];
}

/** The two speakers that every project has are of these kinds. */
function checkKinds(kinds: Codebook["speaker"]["kinds"]): CodebookProblem[] {
  return ["outlet", "unknown"].flatMap((key) => {
    const index = kinds.findIndex((kind) => kind.key === key);
    if (index >= 0 && !kinds[index]?.retired) return [];
    return [error("speaker.kinds", `There must be a kind with the key “${key}”: every project has such a speaker.`)];
  });
}
