import { v7 as uuid } from "uuid";
import type { TargetChange, TargetEntry } from "@/domain/contract/registry-entries";
import { broaderProblem } from "@/domain/registry/broader-problem";
import { aliasProblems } from "@/domain/registry/check-speaker-fields";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import { holdProject } from "@/server/events/append-event";
import { invalid } from "@/server/http-error";
import { readTargetEntry } from "@/server/rows/registry-entry-rows";
import { toTarget } from "@/server/rows/registry-rows";
import { staleEntry } from "./entries";

/**
 * Replaces what the registry says of a target, and where it stands. Errors: 404, 403 for others than managers, 409
 * stale_revision with the target as it is now, 422 invalid_target.
 */
export function changeTarget(
  actor: Actor,
  { projectId, entryId: id }: { projectId: string; entryId: string },
  { operationId, revision, broaderId, aliases, ...fields }: TargetChange,
): Promise<TargetEntry> {
  const operation = { actor, operationId, action: "target.changed", subjectType: "target", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    // Two that put each other under themselves at the same moment would make a circle.
    await holdProject(tx, projectId);
    const before = await readTargetEntry(tx, projectId, id);
    if (before.revision !== revision) throw staleEntry(before);
    const rows = await tx.target.findMany({ where: { projectId }, include: { place: true } });
    const problems: { path: string; message: string }[] = [];
    const taken = rows.find((row) => row.key === fields.key && row.id !== id);
    if (taken)
      problems.push({ path: "key", message: `${fields.key} is the handle of “${taken.name}”: choose another.` });
    problems.push(...aliasProblems(fields.name, aliases));
    const circle = broaderProblem(rows.map(toTarget), id, broaderId);
    if (circle) problems.push({ path: "broaderId", message: circle });
    if (problems.length > 0) throw invalid("The target cannot be stored as it is.", problems, "invalid_target");
    await tx.targetPlace.deleteMany({ where: { targetId: id } });
    if (broaderId !== null) await tx.targetPlace.create({ data: { targetId: id, broaderId } });
    await tx.targetAlias.deleteMany({ where: { targetId: id } });
    await tx.targetAlias.createMany({ data: aliases.map((name) => ({ id: uuid(), targetId: id, name })) });
    await tx.target.update({ where: { id }, data: { ...fields, revision: { increment: 1 } } });
    return { project, before, answer: await readTargetEntry(tx, projectId, id) };
  });
}
