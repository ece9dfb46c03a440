import type { ChangedEntry, MergeInput, RegistryListName, SplitInput } from "@/domain/contract/registry-entries";
import { mergeProblem } from "@/domain/registry/check-merge";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid } from "@/server/http-error";
import { readEntry, subjectOf, writeEntry } from "./entries";

interface Place {
  projectId: string;
  list: RegistryListName;
  entryId: string;
}

/**
 * Merges an entry into another: a pointer, so that no statement is rewritten and a split takes it back. What was merged into
 * it before goes along. A proposal is taken by it. Errors: 404, 403 for others than managers, 409 stale_revision, 422
 * invalid_merge.
 */
export function mergeEntry(
  actor: Actor,
  { projectId, list, entryId }: Place,
  { operationId, revision, intoId, reason, reverts }: MergeInput,
): Promise<ChangedEntry> {
  const subjectType = subjectOf[list];
  const operation = {
    ...{ actor, operationId, action: `${subjectType}.merged` as const, subjectType, subjectId: entryId },
    relation: reverts ? ({ kind: "reverts", operationId: reverts } as const) : undefined,
  };
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    // Two merged into each other at the same moment would go round in a circle.
    await holdProject(tx, projectId);
    const before = await readEntry(tx, projectId, list, entryId);
    const into = await readEntry(tx, projectId, list, intoId);
    const problem = mergeProblem(before, into);
    if (problem) throw invalid(problem, [{ path: "intoId", message: problem }], "invalid_merge");
    await writeEntry(tx, projectId, list, { id: entryId, revision }, { mergedIntoId: intoId, accepted: true });
    return { project, before, answer: { ...(await readEntry(tx, projectId, list, entryId)), reason } };
  });
}

/**
 * Splits off what was merged into another: it stands for itself again, and with it what was merged into it. Errors: 404, 403
 * for others than managers, 409 stale_revision, 409 not_merged.
 */
export function splitEntry(
  actor: Actor,
  { projectId, list, entryId }: Place,
  { operationId, revision, reason, reverts }: SplitInput,
): Promise<ChangedEntry> {
  const subjectType = subjectOf[list];
  const operation = {
    ...{ actor, operationId, action: `${subjectType}.split` as const, subjectType, subjectId: entryId },
    relation: reverts ? ({ kind: "reverts", operationId: reverts } as const) : undefined,
  };
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    await holdProject(tx, projectId);
    const before = await readEntry(tx, projectId, list, entryId);
    if (before.mergedIntoId === null) throw conflict("not_merged", `“${before.name}” stands for itself already.`);
    await writeEntry(tx, projectId, list, { id: entryId, revision }, { mergedIntoId: null });
    return { project, before, answer: { ...(await readEntry(tx, projectId, list, entryId)), reason } };
  });
}
