import type { LeaseAnswer, LeaseView, NextReview } from "@/domain/contract/review-queue";
import { orderQueue } from "@/domain/review/queue";
import { openDocument, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { type Db, database, type Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { readLeases } from "@/server/queries/read-leases";
import { readQueueFacts } from "@/server/queries/read-queue-facts";

/** How long a document stays with a reviewer whose page has stopped renewing: a closed lid, a lost connection. */
export const LEASE_MILLISECONDS = 90_000;

/**
 * Takes a document for review, or renews one's own lease. Answers whose it is now: somebody else's lease is no error.
 * A lease changes nothing of the data, so no project's history has an event of it. Errors: 404, 403, 409
 * own_reading_unfinished.
 */
export async function takeLease(actor: Actor, documentId: string, now: Date): Promise<LeaseAnswer> {
  const db = database();
  await openDocument(db, actor, documentId, "document.rule");
  await seize(db, { documentId, userId: actor.userId, now });
  return { lease: await findLease(db, actor, documentId, now) };
}

/** Gives a document back; a lease of somebody else stays. Errors as above. */
export async function releaseLease(actor: Actor, documentId: string, now: Date): Promise<LeaseAnswer> {
  const db = database();
  await openDocument(db, actor, documentId, "document.rule");
  await db.reviewLease.deleteMany({ where: { documentId, userId: actor.userId } });
  return { lease: await findLease(db, actor, documentId, now) };
}

/**
 * Takes the weightiest document with an open cluster that nobody else is reviewing; two who ask at the same moment get two
 * documents. Null: there is none. Errors: 404, 403.
 */
export async function takeNextReview(actor: Actor, projectId: string, now: Date): Promise<NextReview> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "review.list");
  const { open, settings } = await readQueueFacts(actor, project);
  const leases = await readLeases(db, actor, { document: { projectId } }, now);
  for (const { document, clusters } of orderQueue(open, { state: "open" }, settings.weights)) {
    if (leases.get(document.id)?.own === false) continue;
    if (!(await seize(db, { documentId: document.id, userId: actor.userId, now }))) continue;
    return { documentId: document.id, statementId: clusters[0]?.cluster.members[0]?.statementId ?? null };
  }
  return { documentId: null, statementId: null };
}

export async function findLease(tx: Tx, actor: Actor, documentId: string, now: Date): Promise<LeaseView | null> {
  return (await readLeases(tx, actor, { documentId }, now)).get(documentId) ?? null;
}

/** Throws 409 `leased`, with the lease, while somebody else is reviewing the document. */
export async function refuseLeased(tx: Tx, actor: Actor, documentId: string, now: Date): Promise<void> {
  const lease = await findLease(tx, actor, documentId, now);
  if (!lease || lease.own) return;
  throw conflict("leased", `${lease.holder} is reviewing this document; wait until they are done.`, lease);
}

interface Claim {
  documentId: string;
  userId: string;
  now: Date;
}

/** Each step is one statement that the database decides: of two at the same moment one changes the row, or makes it. */
async function seize(db: Db, { documentId, userId, now }: Claim): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + LEASE_MILLISECONDS);
  const renewed = await db.reviewLease.updateMany({
    where: { documentId, userId, expiresAt: { gt: now } },
    data: { expiresAt },
  });
  if (renewed.count > 0) return true;
  const takenOver = await db.reviewLease.updateMany({
    where: { documentId, expiresAt: { lte: now } },
    data: { userId, takenAt: now, expiresAt },
  });
  if (takenOver.count > 0) return true;
  try {
    await db.reviewLease.create({ data: { documentId, userId, takenAt: now, expiresAt } });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2002") return false;
    throw error;
  }
}
