import { chooseClaim } from "@/domain/assignment/choose-claim";
import type { Claimed } from "@/domain/contract/assignments";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { holdProject } from "@/server/events/append-event";
import { readClaimFacts } from "@/server/queries/assignments/read-claim-facts";
import { refuseUntrained } from "@/server/queries/training/read-training-state";
import { claimSettingsOf } from "@/server/rows/claim-settings-of";
import { performOnce } from "../perform-once";
import { giveDocuments } from "./give-documents";

const HOUR = 60 * 60 * 1000;

/**
 * Takes the next document that lacks a reading. Claims of one project follow each other, so that no document gets more readings
 * than wanted and none is passed over. One that was taken and not begun by the end of its lease is free again; that is found
 * out here, when somebody looks for one. Errors: 404, 409 project_archived, training_open.
 */
export function claimNext(actor: Actor, projectId: string, operationId: string): Promise<Claimed> {
  const operation = {
    actor,
    operationId,
    action: "assignment.claimed",
    subjectType: "project",
    subjectId: projectId,
  } as const;
  return performOnce<Claimed>(operation, async (tx, now) => {
    await openProject(tx, actor, projectId, "assignment.claim");
    await holdProject(tx, projectId);
    // Read again now that it is held: the settings may have changed meanwhile.
    const { project } = await openProject(tx, actor, projectId, "assignment.claim");
    await refuseUntrained(tx, project, actor.userId);
    const settings = claimSettingsOf(project);
    const none = (reason: Claimed["reason"]) => ({ project, before: null, answer: { assignmentId: null, reason } });
    const key = { projectId_userId: { projectId, userId: actor.userId } };
    // A server admin may do everything in a project, but only its members read for it.
    const member = await tx.membership.findUnique({ where: key });
    if (!settings.isOpen || !member) return none("closed");
    // Begun is whatever has or had a statement: it is in progress from then on, and never lapses.
    await tx.assignment.updateMany({
      where: {
        ...{ kind: "annotation", state: "assigned", withdrawnAt: null, leaseUntil: { lte: now } },
        document: { projectId },
      },
      data: { withdrawnAt: now, revision: { increment: 1 } },
    });
    const facts = await readClaimFacts(tx, { projectId, userId: actor.userId, now });
    if (facts.open >= settings.most) return none("enough");
    const documentId = chooseClaim(facts, settings);
    if (documentId === null) return none("none_left");
    const leaseUntil = new Date(now.getTime() + settings.leaseHours * HOUR);
    const gifts = [{ documentId, userId: actor.userId }];
    const [given] = await giveDocuments(tx, { projectId, gifts, dueOn: null, leaseUntil, now });
    return { project, before: null, answer: { assignmentId: given?.id ?? null, reason: null } };
  });
}
