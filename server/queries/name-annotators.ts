import { createHmac } from "node:crypto";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";

type Reader = Pick<rows.Assignment, "id" | "userId">;

/**
 * What reviewers of this project are told of whose reading it is: a pseudonym, the name, or where the project hides it a
 * word that differs for each reading, so that no two of them can be brought together.
 */
export async function nameAnnotators(tx: Tx, project: rows.Project): Promise<(assignment: Reader) => string> {
  const { names } = reviewSettingsOf(project);
  if (names === "hidden") return ({ id }) => hiddenName(project, id);
  if (names === "pseudonyms") return ({ id, userId }) => pseudonym(project, userId ?? id);
  const nameOf = await peopleNames(tx, project);
  return ({ id, userId }) => nameOf.get(userId ?? "") ?? pseudonym(project, userId ?? id);
}

/**
 * The names of a project's people by user id: its members, and whoever annotated, ruled or commented in it. Two of one name
 * stay two; who deleted their account has their pseudonym.
 */
export async function peopleNames(tx: Tx, project: rows.Project): Promise<ReadonlyMap<string, string>> {
  // Person by person rather than assignment by assignment, of which there may be very many.
  const users = await tx.$queryRaw<{ id: string; name: string; email: string; deletedAt: unknown }[]>`
    SELECT u."id", u."name", u."email", u."deletedAt" FROM "User" u
    WHERE EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id" AND m."projectId" = ${project.id})
      OR EXISTS (SELECT 1 FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId"
        WHERE a."userId" = u."id" AND a."kind" = 'annotation' AND d."projectId" = ${project.id})
      OR u."id" IN (SELECT r."actorId" FROM "Ruling" r JOIN "Document" d ON d."id" = r."documentId"
        WHERE d."projectId" = ${project.id})
      OR u."id" IN (SELECT c."authorId" FROM "Comment" c JOIN "Document" d ON d."id" = c."documentId"
        WHERE d."projectId" = ${project.id})`;
  const called = users.map(
    ({ id, name, email, deletedAt }) => [id, deletedAt === null ? name || email : pseudonym(project, id)] as const,
  );
  const counts = new Map<string, number>();
  for (const [, name] of called) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    called.map(([id, name]) => [id, (counts.get(name) ?? 0) > 1 ? `${name} (${pseudonym(project, id)})` : name]),
  );
}

/** A word for one reading, which only the project's secret leads back to it. */
export function hiddenName(project: Pick<rows.Project, "pseudonymSecret">, assignmentId: string): string {
  return `reading_${shuffleKey(project, assignmentId).slice(0, 8)}`;
}

/** Whether the project hides from reviewers whose reading it is. */
export function hidesAnnotators(project: Pick<rows.Project, "reviewSettings">): boolean {
  return reviewSettingsOf(project).names === "hidden";
}

/** In an order of the document's own, the same each time: no annotator is always the first. */
export function shuffleReadings<T extends { id: string }>(
  project: Pick<rows.Project, "pseudonymSecret">,
  assignments: readonly T[],
): T[] {
  return assignments
    .map((assignment) => ({ assignment, key: shuffleKey(project, assignment.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ assignment }) => assignment);
}

function shuffleKey({ pseudonymSecret }: Pick<rows.Project, "pseudonymSecret">, assignmentId: string): string {
  return createHmac("sha256", pseudonymSecret).update(`reading ${assignmentId}`).digest("hex");
}
