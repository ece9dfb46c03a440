import type { AssignmentState } from "@/domain/contract/work";

/** Legal moves of an assignment. `start` happens with the first statement. */
export const MOVES = {
  start: { from: ["assigned"], to: "in_progress" },
  submit: { from: ["assigned", "in_progress"], to: "submitted" },
  reopen: { from: ["submitted"], to: "in_progress" },
} as const satisfies Record<string, { from: readonly AssignmentState[]; to: AssignmentState }>;

export type MoveName = keyof typeof MOVES;

/** States in which statements may be written. */
export const EDITABLE_STATES: readonly AssignmentState[] = ["assigned", "in_progress"];

export function canMove(name: MoveName, state: AssignmentState): boolean {
  return (MOVES[name].from as readonly AssignmentState[]).includes(state);
}
