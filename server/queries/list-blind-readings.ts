import type { AssignmentSummary } from "@/domain/contract/work";
import type { Actor } from "@/server/auth/actor";
import { listWork } from "./list-work";

/** The caller's own readings in a project that are still to be made without seeing others' work: they keep screens closed. */
export async function listBlindReadings(actor: Actor, projectId: string): Promise<AssignmentSummary[]> {
  const { items } = await listWork(actor);
  return items.filter(
    ({ project, state, unblindedAt }) => project.id === projectId && state !== "submitted" && unblindedAt === null,
  );
}
