import type { Role } from "@/domain/contract/account";
import type { Person } from "@/domain/contract/discussion";
import { may } from "@/domain/policy";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { hidesAnnotators } from "../name-annotators";

export interface People {
  list: Person[];
  /** Throws for a user who takes no part. */
  personOf(userId: string): Person;
  /** Users by what they are called here. */
  userIdOf: ReadonlyMap<string, string>;
}

/**
 * Who takes part in the discussion of a document: those who review the project, and whoever wrote, resolved or was named
 * there before. None of their names is ever brought together with a reading: an answer goes under its reading's name, and
 * where the project hides those, nobody here has a name either.
 */
export async function readPeople(
  tx: Tx,
  project: rows.Project,
  documentId: string,
  actor: Pick<Actor, "userId">,
): Promise<People> {
  const members = await tx.membership.findMany({
    where: { projectId: project.id },
    select: { userId: true, role: true },
  });
  const present = new Set(
    members.filter(({ role }) => may("discussion.read", role as Role)).map(({ userId }) => userId),
  );
  const comments = await tx.comment.findMany({
    where: { documentId },
    select: { authorId: true, rulingId: true, resolvedById: true, mentions: { select: { userId: true } } },
  });
  const ids = new Set([
    ...present,
    actor.userId,
    ...comments.flatMap(({ authorId, rulingId, resolvedById, mentions }) => [
      ...(rulingId === null ? [authorId] : []),
      ...(resolvedById ? [resolvedById] : []),
      ...mentions.map(({ userId }) => userId),
    ]),
  ]);
  const users = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true, deletedAt: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const nameOf = hidesAnnotators(project) ? hiddenNames() : uniqueNames(project, users);
  const byUser = new Map(
    users.map((user): [string, Person] => {
      const id = handleOf(project, documentId, user.id);
      return [user.id, { id, name: nameOf(user, id), own: user.id === actor.userId, present: present.has(user.id) }];
    }),
  );
  const list = [...byUser.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    list,
    personOf(userId) {
      const person = byUser.get(userId);
      if (!person) throw new Error(`User ${userId} takes no part in the discussion of ${documentId}.`);
      return person;
    },
    userIdOf: new Map([...byUser].map(([userId, { id }]) => [id, userId])),
  };
}

type Account = Pick<rows.User, "id" | "name" | "email" | "deletedAt">;

/** Ten letters and digits that only the project's secret leads back to the person, and others in each document. */
function handleOf(project: Pick<rows.Project, "pseudonymSecret">, documentId: string, userId: string): string {
  return pseudonym(project, `discussion ${documentId} ${userId}`).slice("ann_".length);
}

function hiddenNames() {
  const taken = new Set<string>();
  return (_user: Account, handle: string) => {
    const short = `Reviewer ${handle.slice(0, 4)}`;
    const name = taken.has(short) ? `Reviewer ${handle}` : short;
    taken.add(name);
    return name;
  };
}

/** Two of one name stay two; who deleted their account has their pseudonym, as everywhere. */
function uniqueNames(project: Pick<rows.Project, "pseudonymSecret">, users: readonly Account[]) {
  const counts = new Map<string, number>();
  for (const { name, email } of users) counts.set(name || email, (counts.get(name || email) ?? 0) + 1);
  return ({ id, name, email, deletedAt }: Account) => {
    if (deletedAt !== null) return pseudonym(project, id);
    return (counts.get(name || email) ?? 0) > 1 ? `${name} (${email})` : name || email;
  };
}
