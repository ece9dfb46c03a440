import { v7 as uuid } from "uuid";
import type { Regrouped, RegroupInput } from "@/domain/contract/review";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict, invalid, notFound } from "@/server/http-error";
import { type ReviewState, readReviewState } from "@/server/queries/read-readings";
import { currentCodebook } from "@/server/rows/codebook-of";
import { performOnce } from "./perform-once";
import { refuseLeased } from "./review-lease";
import { holdReview, settle } from "./write-ruling";

/**
 * Puts clusters together, or one apart. Rulings on what they were go out of date, and hold again when this is undone.
 * Errors: 404, 403, 409 leased, own_reading_unfinished or cluster_changed, 422 for two statements of one reading together.
 */
export function regroupClusters(actor: Actor, documentId: string, input: RegroupInput): Promise<Regrouped> {
  const { operationId } = input;
  const operation = {
    actor,
    operationId,
    action: "cluster.regrouped",
    subjectType: "document",
    subjectId: documentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openDocument(tx, actor, documentId, "document.rule");
    const codebook = await currentCodebook(tx, project.id);
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const groups = input.groups.map((group) => [...group].sort());
    const touched = refuseUnlike(await readReviewState(tx, project, documentId, codebook), groups);
    await endGroupsOf(tx, documentId, groups, { operationId, now });
    await tx.clusterGroup.createMany({
      data: groups.map((memberIds) => ({ id: uuid(), documentId, memberIds, batchId: operationId })),
    });
    await settle(tx, project, documentId, codebook, now);
    return { project, before: { clusters: touched }, answer: { batchId: operationId, documentId, groups } };
  });
}

/**
 * Undoes it: the statements lie again as they did. Errors: 404 also where it was undone or replaced since, 403, 409 leased
 * or own_reading_unfinished.
 */
export function undoRegroup(
  actor: Actor,
  documentId: string,
  batchId: string,
  operationId: string,
): Promise<Regrouped> {
  const operation = {
    actor,
    operationId,
    action: "cluster.regroup_undone",
    subjectType: "document",
    subjectId: documentId,
    relation: { kind: "reverts", operationId: batchId },
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project } = await openDocument(tx, actor, documentId, "document.rule");
    await refuseLeased(tx, actor, documentId, now);
    await holdReview(tx, documentId, now);
    const groups = await revertGroups(tx, documentId, batchId, { operationId, now });
    await settle(tx, project, documentId, await currentCodebook(tx, project.id), now);
    return { project, before: { groups }, answer: { batchId, documentId, groups } };
  });
}

interface By {
  operationId: string;
  now: Date;
}

/** The statements lie again as they did before an operation; returns the groups it made. Throws 404 when it cannot be. */
export async function revertGroups(tx: Tx, documentId: string, batchId: string, by: By): Promise<string[][]> {
  const made = await tx.clusterGroup.findMany({ where: { documentId, batchId } });
  // As a whole or not at all: one of its groups may have been put otherwise since.
  if (made.length === 0 || made.some(({ deletedAt }) => deletedAt !== null)) throw notFound();
  const ended = { deletedAt: by.now, endedById: by.operationId };
  await tx.clusterGroup.updateMany({ where: { documentId, batchId }, data: ended });
  const replaced = { documentId, endedById: batchId };
  await tx.clusterGroup.updateMany({ where: replaced, data: { deletedAt: null, endedById: null } });
  return made.map((group) => group.memberIds as string[]);
}

/** The groups that an operation made, and that were reverted, once more; returns them. */
export async function repeatGroups(tx: Tx, documentId: string, batchId: string, { now }: By): Promise<string[][]> {
  const made = await tx.clusterGroup.findMany({ where: { documentId, batchId } });
  const groups = made.map((group) => group.memberIds as string[]);
  await endGroupsOf(tx, documentId, groups, { operationId: batchId, now });
  await tx.clusterGroup.updateMany({ where: { documentId, batchId }, data: { deletedAt: null, endedById: null } });
  return groups;
}

async function endGroupsOf(tx: Tx, documentId: string, groups: readonly string[][], by: By): Promise<void> {
  const live = await tx.clusterGroup.findMany({ where: { documentId, deletedAt: null } });
  const named = new Set(groups.flat());
  const replaced = live.filter((group) => (group.memberIds as string[]).some((id) => named.has(id)));
  await tx.clusterGroup.updateMany({
    where: { id: { in: replaced.map(({ id }) => id) } },
    data: { deletedAt: by.now, endedById: by.operationId },
  });
}

/** Returns the ids of the clusters that the groups are made of. */
function refuseUnlike({ clusters, readings }: ReviewState, groups: readonly string[][]): string[] {
  const named = groups.flat();
  const all = new Set(named);
  const touched = clusters.filter(({ members }) => members.some(({ statementId }) => all.has(statementId)));
  const whole = touched.flatMap(({ members }) => members.map(({ statementId }) => statementId));
  if (all.size !== named.length || whole.length !== all.size) {
    throw conflict("cluster_changed", "The clusters changed meanwhile; look at them again.");
  }
  const readingOf = new Map(
    readings.flatMap((reading) => reading.statements.map(({ id }) => [id, reading.assignmentId] as const)),
  );
  const errors = groups.flatMap((group, index) =>
    new Set(group.map((id) => readingOf.get(id))).size === group.length
      ? []
      : [{ path: `groups.${index}`, message: "A cluster has at most one statement of each reading." }],
  );
  if (errors.length > 0) throw invalid("These statements cannot be one cluster.", errors, "invalid_cluster");
  return touched.map(({ id }) => id);
}
