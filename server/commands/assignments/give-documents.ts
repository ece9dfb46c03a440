import { v7 as uuid } from "uuid";
import type { Role } from "@/domain/contract/account";
import { may } from "@/domain/policy";
import type { Tx } from "@/server/database/client";

/** Rows named in one statement: databases take a limited number of values at a time. */
const BATCH = 500;

interface Gift {
  documentId: string;
  userId: string;
}

interface Giving {
  projectId: string;
  /** In the order in which each is to read theirs; documents of the project, to its members. */
  gifts: readonly Gift[];
  dueOn: string | null;
  leaseUntil: Date | null;
  now: Date;
}

/**
 * Gives documents to people in a project that is held. Who has one already keeps it as it is; one that was withdrawn from them
 * is theirs again with all that they coded. A reading of an article that its reader was trained on is not blind. Answers the assignments that were given.
 */
export async function giveDocuments(
  tx: Tx,
  { projectId, gifts, dueOn, leaseUntil, now }: Giving,
): Promise<{ id: string; documentId: string; userId: string }[]> {
  const userIds = [...new Set(gifts.map(({ userId }) => userId))];
  const known = await tx.assignment.findMany({
    where: { kind: "annotation", userId: { in: userIds }, document: { projectId } },
    select: { id: true, documentId: true, userId: true, withdrawnAt: true, unblindedAt: true },
  });
  const keyOf = ({ documentId, userId }: { documentId: string; userId: string | null }) => `${documentId} ${userId}`;
  const earlier = new Map(known.map((row) => [keyOf(row), row]));
  const members = await tx.membership.findMany({ where: { projectId, userId: { in: userIds } } });
  const sees = new Set(members.filter(({ role }) => may("document.review", role as Role)).map(({ userId }) => userId));
  const trained = await tx.assignment.findMany({
    where: { kind: "training", userId: { in: userIds }, document: { projectId } },
    select: { documentId: true, userId: true },
  });
  const sawGold = new Set(trained.map(keyOf));
  const last = await tx.assignment.groupBy({
    by: ["userId"],
    where: { userId: { in: userIds } },
    _max: { position: true },
  });
  const positions = new Map(last.map(({ userId, _max }) => [userId, (_max.position ?? -1) + 1]));

  const given = new Map<string, { id: string; documentId: string; userId: string }>();
  const fresh = [];
  for (const { documentId, userId } of gifts) {
    const key = keyOf({ documentId, userId });
    const row = earlier.get(key);
    if (given.has(key) || (row && row.withdrawnAt === null)) continue;
    const position = positions.get(userId) ?? 0;
    positions.set(userId, position + 1);
    const id = row?.id ?? uuid();
    given.set(key, { id, documentId, userId });
    if (!row) {
      const data = { id, documentId, kind: "annotation", userId, holder: userId };
      fresh.push({ ...data, position, dueOn, leaseUntil, unblindedAt: sawGold.has(key) ? now : null });
      continue;
    }
    // Whoever may review could look at the others' readings while this one was not theirs.
    const unblindedAt = row.unblindedAt ?? (sees.has(userId) || sawGold.has(key) ? now : null);
    const data = { withdrawnAt: null, position, dueOn, leaseUntil, unblindedAt };
    await tx.assignment.update({ where: { id }, data: { ...data, revision: { increment: 1 } } });
  }
  for (let from = 0; from < fresh.length; from += BATCH) {
    await tx.assignment.createMany({ data: fresh.slice(from, from + BATCH) });
  }
  return [...given.values()];
}
