import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import type { Brought } from "./brought";

/** Ids deleted at a time: a query has only so many parameters. */
const AT_A_TIME = 500;

/** Deletes what an import brought, and puts back what it took the place of; that nobody uses it has been seen to. */
export async function removeImported(tx: Tx, importId: string, brought: Brought | null): Promise<void> {
  if (brought) await removeWork(tx, importId);
  const ofThem = { document: { importId } };
  await tx.keptStatistics.deleteMany({ where: ofThem });
  await tx.keptClusters.deleteMany({ where: ofThem });
  await tx.reviewLease.deleteMany({ where: ofThem });
  await tx.document.updateMany({ where: { importId, replacesId: { not: null } }, data: { replacesId: null } });
  await tx.document.deleteMany({ where: { importId } });
  if (brought) await removeBrought(tx, brought);
}

/** Readings, gold and suggestions, with all that rests on them, also of articles that were there before. */
async function removeWork(tx: Tx, importId: string): Promise<void> {
  await tx.importedEvent.deleteMany({ where: { importId } });
  // Gold came only where there was none, so everything of its review came with it.
  await tx.$executeRaw`
    UPDATE "Comment" SET "threadId" = NULL WHERE "threadId" IS NOT NULL AND "documentId" IN (
      SELECT "id" FROM "Document" WHERE "importId" = ${importId}
      UNION SELECT "documentId" FROM "Assignment" WHERE "importId" = ${importId} AND "kind" = 'adjudication')`;
  const reviewed = { document: { OR: [{ importId }, { assignments: { some: { importId, kind: "adjudication" } } }] } };
  await tx.comment.deleteMany({ where: reviewed });
  await tx.ruling.deleteMany({ where: reviewed });
  await tx.clusterGroup.deleteMany({ where: reviewed });
  await tx.$executeRaw`
    UPDATE "Statement" SET "parentId" = NULL, "sameClaimAsId" = NULL, "derivedFromId" = NULL
    WHERE ("parentId" IS NOT NULL OR "sameClaimAsId" IS NOT NULL OR "derivedFromId" IS NOT NULL)
      AND "assignmentId" IN (SELECT "id" FROM "Assignment" WHERE "importId" = ${importId})`;
  await tx.$executeRaw`
    DELETE FROM "StatementStance" WHERE "statementId" IN (
      SELECT s."id" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId" WHERE a."importId" = ${importId})`;
  await tx.$executeRaw`
    DELETE FROM "Statement" WHERE "assignmentId" IN (SELECT "id" FROM "Assignment" WHERE "importId" = ${importId})`;
  await tx.assignment.deleteMany({ where: { importId } });
}

async function removeBrought(tx: Tx, { users, codebooks, speakers, targets, replaced }: Brought): Promise<void> {
  for (const some of inParts(targets)) {
    await tx.target.updateMany({ where: { id: { in: some } }, data: { mergedIntoId: null } });
  }
  for (const some of inParts(targets)) await tx.target.deleteMany({ where: { id: { in: some } } });
  for (const some of inParts(speakers)) {
    const data = { organisationId: null, mergedIntoId: null };
    await tx.speaker.updateMany({ where: { id: { in: some } }, data });
    await tx.affiliation.deleteMany({ where: { speakerId: { in: some } } });
  }
  for (const some of inParts(speakers)) await tx.speaker.deleteMany({ where: { id: { in: some } } });
  await tx.codebookVersion.deleteMany({ where: { id: { in: codebooks } } });
  for (const some of inParts(users)) await tx.user.deleteMany({ where: { id: { in: some } } });
  await tx.codebookVersion.createMany({
    data: replaced.codebooks as unknown as Prisma.CodebookVersionCreateManyInput[],
  });
  for (const { aliases, ...speaker } of replaced.speakers) {
    // A column of JSON that is given null holds the word null.
    const data = Object.fromEntries(Object.entries(speaker).filter(([, value]) => value !== null));
    await tx.speaker.create({ data: data as unknown as Prisma.SpeakerUncheckedCreateInput });
    await tx.speakerAlias.createMany({ data: aliases });
  }
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME) parts.push(ids.slice(from, from + AT_A_TIME));
  return parts;
}
