import { setImmediate as otherWork } from "node:timers/promises";
import { database, type Tx } from "./client";
import { databaseSource } from "./database-source";

// Which rows belong to a project, table by table, in an order in which they can go: none is named by one that stays.

const inDocument = `"documentId" IN (SELECT "id" FROM "Document" WHERE "projectId" = ?)`;
const inAssignment = `"assignmentId" IN (SELECT a."id" FROM "Assignment" a JOIN "Document" d ON d."id" = a."documentId"
  WHERE d."projectId" = ?)`;
const inStatement = `"statementId" IN (SELECT s."id" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
  JOIN "Document" d ON d."id" = a."documentId" WHERE d."projectId" = ?)`;
const ofSpeaker = `"speakerId" IN (SELECT "id" FROM "Speaker" WHERE "projectId" = ?)`;
const ofTarget = `"targetId" IN (SELECT "id" FROM "Target" WHERE "projectId" = ?)`;
const ofProject = `"projectId" = ?`;

interface RowsOfProject {
  table: string;
  /** Which rows, with one `?` for the project's id. */
  where: string;
  /** Column that names a row, where it is not `id`. */
  key?: string;
  /** Columns that name rows of the same table. */
  links?: readonly string[];
}

/** A new table that belongs to projects gets its line here: remove-deleted-projects.test.ts fails without it. */
const ROWS_OF_PROJECT: readonly RowsOfProject[] = [
  {
    table: "Mention",
    where: `"commentId" IN (SELECT c."id" FROM "Comment" c JOIN "Document" d ON d."id" = c."documentId" WHERE d."projectId" = ?)`,
  },
  { table: "Comment", where: inDocument, links: ["threadId"] },
  { table: "Ruling", where: inDocument },
  { table: "ClusterGroup", where: inDocument },
  { table: "KeptStatistics", where: inDocument, key: "documentId" },
  { table: "KeptClusters", where: inDocument, key: "documentId" },
  { table: "ReviewLease", where: inDocument, key: "documentId" },
  { table: "Dismissal", where: inAssignment },
  { table: "TrainingCheck", where: inAssignment, key: "statementId" },
  { table: "TrainingResult", where: inAssignment, key: "assignmentId" },
  { table: "CodebookEffect", where: inStatement },
  { table: "KeptWords", where: inStatement, key: "statementId" },
  { table: "StatementStance", where: inStatement },
  { table: "Statement", where: inAssignment, links: ["parentId", "sameClaimAsId", "derivedFromId"] },
  { table: "Assignment", where: inDocument },
  { table: "Document", where: ofProject, links: ["replacesId"] },
  { table: "ImportedEvent", where: `"importId" IN (SELECT "id" FROM "Import" WHERE "projectId" = ?)` },
  { table: "Import", where: ofProject },
  { table: "FindingAnswer", where: ofProject },
  { table: "Recode", where: ofProject },
  { table: "Export", where: ofProject },
  { table: "Notification", where: ofProject },
  { table: "Invitation", where: ofProject },
  { table: "Membership", where: ofProject },
  { table: "SpeakerAlias", where: ofSpeaker },
  { table: "Affiliation", where: ofSpeaker },
  { table: "SpeakerDistinction", where: ofProject },
  { table: "Speaker", where: ofProject, links: ["organisationId", "mergedIntoId"] },
  { table: "TargetAlias", where: ofTarget },
  { table: "TargetDistinction", where: ofProject },
  { table: "TargetPlace", where: ofTarget, key: "targetId" },
  { table: "Target", where: ofProject, links: ["mergedIntoId"] },
  { table: "CodebookDraft", where: ofProject, key: "projectId" },
  { table: "CodebookVersion", where: ofProject },
  { table: "Event", where: ofProject },
  { table: "EventHead", where: ofProject, key: "projectId" },
];

/** Rows taken out at a time: whoever works meanwhile waits for no more than that. */
const AT_A_TIME = 500;

/** How many rows a project has, by table. */
export async function countRowsOfProject(tx: Tx, projectId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, where } of ROWS_OF_PROJECT) {
    const sql = `SELECT COUNT(*) AS "count" FROM "${table}" WHERE ${numbered(where)}`;
    const [row] = await tx.$queryRawUnsafe<{ count: bigint | number }[]>(sql, projectId);
    counts[table] = Number(row?.count ?? 0);
  }
  return counts;
}

/** Removes a project and all its rows, some at a time and each time for good: ended in the middle, it can be called again. */
export async function removeRowsOfProject(projectId: string): Promise<void> {
  for (const { table, where, key = "id", links = [] } of ROWS_OF_PROJECT) {
    const rows = (condition: string) =>
      `"${key}" IN (SELECT "${key}" FROM "${table}" WHERE ${numbered(where)}${condition} LIMIT ${AT_A_TIME})`;
    if (links.length > 0) {
      const cut = links.map((link) => `"${link}" = NULL`).join(", ");
      const linked = links.map((link) => `"${link}" IS NOT NULL`).join(" OR ");
      await inSteps(`UPDATE "${table}" SET ${cut} WHERE ${rows(` AND (${linked})`)}`, projectId);
    }
    await inSteps(`DELETE FROM "${table}" WHERE ${rows("")}`, projectId);
  }
  await database().project.delete({ where: { id: projectId } });
}

/** Until nothing is left of it. */
async function inSteps(sql: string, projectId: string): Promise<void> {
  while ((await database().$executeRawUnsafe(sql, projectId)) > 0) await otherWork();
}

/** PostgreSQL numbers its values. */
const numbered = (where: string) => (databaseSource().kind === "sqlite" ? where : where.replace("?", "$1"));
