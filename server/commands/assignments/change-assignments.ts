import type { AssignmentChanges, AssignmentsChanged } from "@/domain/contract/assignments";
import type { Project } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { performOnce } from "../perform-once";
import { giveDocuments } from "./give-documents";

const BATCH = 500;

/**
 * Gives documents to members and withdraws unfinished readings, all of it or nothing; both together reassign. What was coded
 * in a withdrawn one stays, and is there again when it is given back. Errors: 404, 403 for others than managers, 409
 * assignment_submitted for a finished reading, 422 for a document or person that is not of the project.
 */
export function changeAssignments(
  actor: Actor,
  projectId: string,
  input: AssignmentChanges,
): Promise<AssignmentsChanged> {
  const { operationId, give, withdraw, dueOn } = input;
  const operation = {
    actor,
    operationId,
    action: "assignments.changed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "assignment.plan");
    await holdProject(tx, projectId);
    await refuseStrangers(tx, projectId, give);
    const withdrawn = await withdrawAll(tx, { projectId, ids: withdraw, now });
    const given = await giveDocuments(tx, { projectId, gifts: give, dueOn, leaseUntil: null, now });
    return {
      project,
      before: changesOf(project, { given, withdrawn, dueOn }),
      answer: { given: given.length, withdrawn: withdrawn.length },
    };
  });
}

/** What history keeps of it: who is named by pseudonym. */
export function changesOf(
  project: Project,
  changes: {
    given: readonly { id: string; documentId: string; userId: string }[];
    withdrawn: readonly string[];
    dueOn: string | null;
  },
): object {
  const given = changes.given.map(({ id, documentId, userId }) => ({
    ...{ id, documentId },
    annotator: pseudonym(project, userId),
  }));
  return { ...changes, given };
}

async function withdrawAll(
  tx: Tx,
  { projectId, ids, now }: { projectId: string; ids: readonly string[]; now: Date },
): Promise<string[]> {
  const withdrawn: string[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const own = { id: { in: batch }, kind: "annotation", document: { projectId } };
    // Those that are finished in this very moment are seen by the count: their submit waited or was first.
    await tx.assignment.updateMany({
      where: { ...own, submittedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now, leaseUntil: null, revision: { increment: 1 } },
    });
    const rows = await tx.assignment.findMany({ where: own, select: { id: true, submittedAt: true } });
    if (rows.length < new Set(batch).size) {
      throw invalid("An assignment is not of this project.", [{ path: "withdraw", message: "Unknown here." }]);
    }
    if (rows.some(({ submittedAt }) => submittedAt !== null)) {
      throw conflict(
        "assignment_submitted",
        "A finished reading is not withdrawn: it is data. Look at the table again.",
      );
    }
    withdrawn.push(...rows.map(({ id }) => id));
  }
  return withdrawn;
}

async function refuseStrangers(tx: Tx, projectId: string, give: AssignmentChanges["give"]): Promise<void> {
  const members = await tx.membership.findMany({ where: { projectId }, select: { userId: true } });
  const people = new Set(members.map(({ userId }) => userId));
  if (give.some(({ userId }) => !people.has(userId))) {
    throw invalid("Only members are given documents.", [{ path: "give", message: "Somebody is no member." }]);
  }
  const ids = [...new Set(give.map(({ documentId }) => documentId))];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    if ((await tx.document.count({ where: { projectId, id: { in: batch } } })) < batch.length) {
      throw invalid("A document is not of this project.", [{ path: "give", message: "Unknown here." }]);
    }
  }
}
