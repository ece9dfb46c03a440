import type { Codebook, Field, FieldCondition } from "./codebook";
import { type CodebookProblem, error, warning } from "./codebook-problem";

/** What is wrong with when fields are shown, and with what they propose. */
export function checkConditions(codebook: Codebook): CodebookProblem[] {
  return codebook.fields.flatMap((field, index) => {
    const path = `fields.${index}`;
    const problems = field.shownWhen ? checkShownWhen(codebook, field, field.shownWhen, `${path}.shownWhen`) : [];
    for (const [place, proposal] of (field.proposals ?? []).entries()) {
      if (!("value" in proposal)) continue;
      const value = field.values.find(({ key }) => key === proposal.value);
      const at = `${path}.proposals.${place}`;
      if (!value)
        problems.push(error(at, `“${field.label}” proposes “${proposal.value}”, which is not among its values.`));
      else if (value.retired) {
        problems.push(
          warning(at, `“${field.label}” proposes “${value.label}”, which is retired: nobody is offered it.`),
        );
      }
    }
    return problems;
  });
}

function checkShownWhen(codebook: Codebook, field: Field, condition: FieldCondition, path: string): CodebookProblem[] {
  if (condition.subject === "depth") return checkNumber(condition, path);
  const subject = codebook.fields.find(({ key }) => key === condition.subject);
  if (!subject) return [error(path, `It depends on “${condition.subject}”, which is no field: choose another.`)];
  if (subject.key === field.key) return [error(path, "A question cannot depend on its own answer.")];
  if (dependsOn(codebook, subject, field.key)) {
    return [error(path, `“${subject.label}” depends on “${field.label}” in turn: neither would ever be asked.`)];
  }
  const problems: CodebookProblem[] = [];
  if (field.enabled && !subject.enabled) {
    problems.push(warning(path, `“${subject.label}” is off, so “${field.label}” is never asked.`));
  }
  if (condition.is === "set") return problems;
  if (condition.is !== "one_of") {
    if (subject.type !== "number")
      problems.push(error(path, `“${subject.label}” is no number: choose values instead.`));
    return [...problems, ...checkNumber(condition, path)];
  }
  const wanted = Array.isArray(condition.value) ? condition.value : [];
  if (wanted.length === 0) problems.push(error(path, `Choose at least one value of “${subject.label}”.`));
  if (subject.type !== "single" && subject.type !== "multiple") {
    return [...problems, error(path, `“${subject.label}” has no values to choose from.`)];
  }
  const unknown = wanted.filter((key) => !subject.values.some((value) => value.key === key));
  if (unknown.length > 0) {
    problems.push(error(path, `“${subject.label}” has no value “${unknown.join("”, “")}”.`));
  }
  return problems;
}

function checkNumber({ is, value }: FieldCondition, path: string): CodebookProblem[] {
  const needed = is === "at_least" || is === "at_most";
  return needed && typeof value !== "number" ? [error(path, "Say how many.")] : [];
}

function dependsOn(codebook: Codebook, from: Field, key: string): boolean {
  const seen = new Set<string>();
  let next: Field | undefined = from;
  while (next?.shownWhen && !seen.has(next.key)) {
    seen.add(next.key);
    const subject: string = next.shownWhen.subject;
    if (subject === key) return true;
    next = codebook.fields.find((field) => field.key === subject);
  }
  return false;
}
