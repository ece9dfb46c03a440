import type { CodebookProblem } from "@/domain/codebook/codebook-problem";

/** The sentence to show beside one control; null: nothing is wrong there. */
export function problemAt(problems: readonly CodebookProblem[], path: string): string | null {
  return problems.find((problem) => problem.path === path)?.message ?? null;
}

/** What is wrong somewhere below a path. */
export function problemsBelow(problems: readonly CodebookProblem[], path: string): CodebookProblem[] {
  return problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
}
