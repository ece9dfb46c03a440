import type { AccountChange, ServerUser, UserList } from "@/domain/contract/users";
import type * as rows from "@/prisma/generated/sqlite/client";
import { refuseUnlessAdmin } from "@/server/access";
import { type Actor, IDLE } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { importedPseudonym } from "@/server/imported-person";

/** So many accounts are listed; more are found by searching. */
const MOST = 200;
/** So many of the latest happenings are told. */
const LATEST = 30;

/** The accounts of this server whose name or address has the words of `query`. Errors: 404 for all but administrators. */
export async function listUsers(actor: Actor, query: string, now: Date): Promise<UserList> {
  refuseUnlessAdmin(actor);
  const db = database();
  // Compared here: databases fold case and accents each in their own way.
  const words = plain(query).split(/\s+/).filter(Boolean);
  const all = await db.user.findMany({ where: { deletedAt: null }, select: { id: true, name: true, email: true } });
  const found = all
    .filter(({ id }) => importedPseudonym(id) === null)
    .filter(({ name, email }) => words.every((word) => plain(`${name} ${email}`).includes(word)))
    .sort((a, b) => plain(a.name).localeCompare(plain(b.name), "en") || a.email.localeCompare(b.email, "en"));
  const ids = found.slice(0, MOST).map(({ id }) => id);
  const items = await readUsers(db, actor, ids, now);
  return { items, total: found.length, changes: await listChanges(db) };
}

/** Accounts in the order of their ids. */
export async function readUsers(tx: Tx, actor: Actor, ids: readonly string[], now: Date): Promise<ServerUser[]> {
  const users = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    include: {
      accounts: { where: { providerId: "credential", password: { not: null } }, select: { id: true } },
      sessions: {
        where: { expiresAt: { gt: now }, updatedAt: { gt: new Date(now.getTime() - IDLE) } },
        select: { updatedAt: true },
      },
      _count: { select: { memberships: { where: { project: { deletedAt: null } } } } },
    },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  return ids.flatMap((id) => {
    const user = byId.get(id);
    if (!user) return [];
    const seen = user.sessions.map(({ updatedAt }) => updatedAt.getTime());
    return {
      id,
      name: user.name,
      email: user.email,
      isAdmin: user.isAdmin,
      blocked: user.suspendedAt !== null,
      hasPassword: user.accounts.length > 0,
      hasTwoFactor: user.twoFactorAt !== null,
      projects: user._count.memberships,
      sessions: seen.length,
      seenAt: seen.length > 0 ? new Date(Math.max(...seen)).toISOString() : null,
      own: id === actor.userId,
    };
  });
}

async function listChanges(tx: Tx): Promise<AccountChange[]> {
  const events = await tx.accountEvent.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: LATEST });
  const ids = [...new Set(events.flatMap(({ userId, actorId }) => (actorId ? [userId, actorId] : [userId])))];
  const users = await tx.user.findMany({
    where: { id: { in: ids }, deletedAt: null },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null;
  return events.map((event: rows.AccountEvent) => ({
    id: event.id,
    at: event.at.toISOString(),
    action: event.action,
    name: nameOf(event.userId),
    by: nameOf(event.actorId),
  }));
}

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .trim();
