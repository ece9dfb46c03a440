import type { Tx } from "@/server/database/client";
import type { Brought } from "./brought";

interface Asked {
  projectId: string;
  importId: string;
  /** Null: articles only. */
  brought: Brought | null;
}

/** Ids asked for at a time: a query has only so many parameters. */
const ASKED = 500;

/** What people did with an import since, as the beginning of a sentence; null: nothing, so it may go. */
export async function findUses(tx: Tx, { projectId, importId, brought }: Asked): Promise<string | null> {
  const given = await tx.assignment.findMany({
    where: { document: { importId }, OR: [{ importId: null }, { importId: { not: importId } }] },
    select: { document: { select: { id: true, title: true } } },
  });
  const replaced = await tx.document.findMany({
    where: { importId, replacedBy: { isNot: null } },
    select: { id: true, title: true, replacedBy: { select: { importId: true } } },
  });
  const used = new Map([
    ...given.map(({ document }) => [document.id, document.title] as const),
    ...replaced.flatMap(({ id, title, replacedBy }) =>
      replacedBy?.importId === importId ? [] : [[id, title] as const],
    ),
  ]);
  if (brought === null) {
    const discussed = await tx.document.findMany({
      where: { importId, OR: [{ rulings: { some: {} } }, { comments: { some: {} } }, { groups: { some: {} } }] },
      select: { id: true, title: true },
    });
    for (const { id, title } of discussed) used.set(id, title);
  }
  if (used.size > 0) {
    const [title] = used.values();
    return `Somebody works on ${used.size === 1 ? `“${title}”` : `${used.size} of its articles`} already`;
  }
  return brought && findUsesOfBrought(tx, projectId, importId, brought);
}

async function findUsesOfBrought(
  tx: Tx,
  projectId: string,
  importId: string,
  brought: Brought,
): Promise<string | null> {
  const made = await tx.event.findFirstOrThrow({
    where: { projectId, subjectType: "import", subjectId: importId, action: "import.made" },
    select: { sequence: true },
  });
  const later = { projectId, sequence: { gt: made.sequence } };
  // Whatever anybody changes in a reading, gold or its rulings names the assignment or the ruling in its event.
  const changed = await tx.$queryRaw<{ sequence: number }[]>`
    SELECT e."sequence" FROM "Event" e JOIN "Assignment" a ON a."id" = e."assignmentId"
    WHERE e."projectId" = ${projectId} AND e."sequence" > ${made.sequence} AND a."importId" = ${importId} LIMIT 1`;
  if (changed.length > 0) return "Somebody went on with one of its readings or its gold";
  const about = { OR: [{ importId }, { assignments: { some: { importId, kind: "adjudication" } } }] };
  const reviewed = await tx.event.findMany({
    where: { ...later, subjectType: { in: ["ruling", "comment", "document"] } },
    select: { subjectType: true, subjectId: true },
  });
  for (let from = 0; from < reviewed.length; from += ASKED) {
    const ids = reviewed.slice(from, from + ASKED).map(({ subjectId }) => subjectId);
    const among = { id: { in: ids } };
    const rulings = await tx.ruling.count({ where: { ...among, document: about } });
    const comments = await tx.comment.count({ where: { ...among, document: about } });
    const documents = await tx.document.count({ where: { ...among, ...about } });
    if (rulings + comments + documents > 0) return "Somebody reviewed or discussed one of its articles since";
  }
  return (
    (await findUsesOfRegistry(tx, importId, brought)) ??
    (await findUsesOfCodebook(tx, importId, brought)) ??
    (await findUsesOfPeople(tx, importId, brought))
  );
}

async function findUsesOfRegistry(tx: Tx, importId: string, { speakers, targets }: Brought): Promise<string | null> {
  const elsewhere = { assignment: { OR: [{ importId: null }, { importId: { not: importId } }] } };
  const isOther = (ids: readonly string[]) => ({ notIn: [...ids] });
  for (const some of inParts(speakers)) {
    const named = await tx.statement.count({ where: { speakerId: { in: some }, ...elsewhere } });
    const changed = await tx.speaker.count({ where: { id: { in: some }, revision: { gt: 1 } } });
    const related = await tx.speaker.findMany({
      where: { OR: [{ organisationId: { in: some } }, { mergedIntoId: { in: some } }] },
      select: { id: true },
    });
    const own = new Set(speakers);
    if (named + changed > 0 || related.some(({ id }) => !own.has(id))) {
      return "Somebody used or changed a speaker it brought";
    }
  }
  for (const some of inParts(targets)) {
    const named = await tx.statementStance.count({ where: { targetId: { in: some }, statement: elsewhere } });
    const changed = await tx.target.count({ where: { id: { in: some }, revision: { gt: 1 } } });
    const merged = await tx.target.count({ where: { mergedIntoId: { in: some }, id: isOther(targets) } });
    const placed = await tx.targetPlace.count({ where: { broaderId: { in: some }, targetId: isOther(targets) } });
    if (named + changed + merged + placed > 0) return "Somebody used or changed a target it brought";
  }
  const { createdAt } = await tx.import.findUniqueOrThrow({ where: { id: importId }, select: { createdAt: true } });
  for (const some of inParts([...speakers, ...targets])) {
    const among = { in: some };
    // Those that it brought itself are from before it was written.
    const where = { createdAt: { gt: createdAt }, OR: [{ firstId: among }, { secondId: among }] };
    const apart = (await tx.speakerDistinction.count({ where })) + (await tx.targetDistinction.count({ where }));
    if (apart > 0) return "Somebody kept a speaker or target it brought apart from another";
  }
  return null;
}

async function findUsesOfCodebook(tx: Tx, importId: string, { codebooks }: Brought): Promise<string | null> {
  const coded = await tx.statement.count({
    where: {
      codebookVersionId: { in: codebooks },
      assignment: { OR: [{ importId: null }, { importId: { not: importId } }] },
    },
  });
  const versions = await tx.codebookVersion.findMany({ where: { id: { in: codebooks } } });
  const newest = versions.reduce((last, { version }) => Math.max(last, version), 0);
  const projectId = versions[0]?.projectId;
  const after = projectId ? await tx.codebookVersion.count({ where: { projectId, version: { gt: newest } } }) : 0;
  return coded + after > 0 ? "The codebook it brought is in use, or was developed further" : null;
}

async function findUsesOfPeople(tx: Tx, importId: string, { users }: Brought): Promise<string | null> {
  for (const some of inParts(users)) {
    const where = { userId: { in: some } };
    const held = await tx.assignment.count({
      where: { ...where, OR: [{ importId: null }, { importId: { not: importId } }] },
    });
    const members = await tx.membership.count({ where });
    if (held + members > 0) return "Somebody it brought has other readings, or became a member";
  }
  return null;
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += ASKED) parts.push(ids.slice(from, from + ASKED));
  return parts;
}
