import { checkEntries } from "./check-entries";
import type { FieldValue } from "./codebook";
import { type CodebookProblem, error, warning } from "./codebook-problem";

interface ValueRules {
  /** How many must be on offer. */
  least: number;
  /** Whether they are the points of a scale. */
  scaled?: boolean;
  /** Whether each needs a definition. */
  defined: boolean;
}

/** What is wrong with a list of values. */
export function checkValues(
  values: readonly FieldValue[],
  path: string,
  { least, scaled = false, defined }: ValueRules,
): CodebookProblem[] {
  const problems = checkEntries(values, path, "value");
  const offered = values.filter(({ retired }) => !retired);
  if (offered.length < least) {
    const words = least === 1 ? "Offer at least one value." : `Offer at least ${least} values to choose from.`;
    problems.push(error(path, words));
  }
  for (const [index, value] of values.entries()) {
    if (defined && !value.retired && value.definition.trim() === "") {
      problems.push(warning(`${path}.${index}.definition`, `Say when “${value.label || value.key}” is right.`));
    }
    problems.push(...checkMerge(values, value, `${path}.${index}.mergedInto`));
  }
  return scaled ? [...problems, ...checkScale(values, path)] : problems;
}

function checkMerge(values: readonly FieldValue[], value: FieldValue, path: string): CodebookProblem[] {
  const { mergedInto } = value;
  if (mergedInto === undefined) return [];
  const into = values.find(({ key }) => key === mergedInto);
  if (!value.retired) return [error(path, `“${value.label}” is on offer and cannot be merged into another.`)];
  if (mergedInto === value.key) return [error(path, "A value cannot be merged into itself.")];
  if (!into) return [error(path, `There is no value “${mergedInto}” to merge into: choose another.`)];
  return into.retired ? [error(path, `“${into.label}” is retired itself: choose a value that is on offer.`)] : [];
}

function checkScale(values: readonly FieldValue[], path: string): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  const points = values.flatMap((value, index) =>
    value.retired || typeof value.score !== "number" ? [] : [{ index, value, score: value.score }],
  );
  if (points.length < 2) problems.push(error(path, "A scale needs at least two values with a score."));
  for (const [place, { index, value, score }] of points.entries()) {
    const before = points.slice(0, place).find((other) => other.score === score);
    if (before) {
      problems.push(
        error(`${path}.${index}.score`, `“${value.label}” and “${before.value.label}” have the same score.`),
      );
    }
  }
  const steps = points.slice(1).map(({ score }, place) => Math.sign(score - (points[place]?.score ?? 0)));
  if (new Set(steps.filter((step) => step !== 0)).size > 1) {
    problems.push(warning(path, "The values are not in the order of their scores."));
  }
  return problems;
}
