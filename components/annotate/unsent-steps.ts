import type { Relation } from "@/domain/contract/relation";
import type { UnsentStep } from "./draft";

/** How an edit is told apart from others: the id of its write, and what it has to do with an earlier one. */
export type StepNote = { operationId: string; relation: Relation | null };

/** So many edits of one statement are kept apart while nothing can be sent; then the oldest become one. */
const MOST = 200;

/** The steps with one more. Letters that continue the last one, which nobody has sent, join it. */
export function withStep(steps: readonly UnsentStep[], step: UnsentStep): UnsentStep[] {
  const last = steps.at(-1);
  if (last && step.relation?.kind === "continues" && startOf(last) === step.relation.operationId) {
    return [...steps.slice(0, -1), { ...last, content: step.content, deleted: step.deleted }];
  }
  return [...steps, step].slice(-MOST);
}

/** The operation that a run of letters began with. */
function startOf({ operationId, relation }: UnsentStep): string {
  return relation?.kind === "continues" ? relation.operationId : operationId;
}
