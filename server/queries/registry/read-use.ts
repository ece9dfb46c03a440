import type { RegistryListName } from "@/domain/contract/registry-entries";
import { BLIND } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { jsonOf } from "@/server/bulk/column-values";
import { openSnapshot, placeholders, type Snapshot } from "@/server/bulk/snapshot";
import { database } from "@/server/database/client";

/** Live statements of readings and gold, whose documents are open to whoever asks. */
const LIVE = `FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
  JOIN "Document" d ON d."id" = a."documentId"
  WHERE d."projectId" = ? AND s."deletedAt" IS NULL AND a."withdrawnAt" IS NULL AND a."kind" IN ('annotation', 'adjudication')`;

/** Documents that the actor is still to read blind: what others coded there is not told to them. */
export async function readClosedDocuments({ userId }: Actor, projectId: string): Promise<string[]> {
  const blind = await database().assignment.findMany({
    where: { document: { projectId }, userId, kind: "annotation", ...BLIND },
    select: { documentId: true },
  });
  return [...new Set(blind.map(({ documentId }) => documentId))];
}

/** How many statements name each entry, by its own id: as the speaker, on the way to the speaker, or as a target of stance. */
export async function countUses(
  projectId: string,
  list: RegistryListName,
  closed: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const open = closed.length === 0 ? "" : `AND a."documentId" NOT IN (${placeholders(closed)})`;
  const snapshot = await openSnapshot();
  try {
    const counts = new Map<string, number>();
    const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);
    const values = [projectId, ...closed];
    if (list === "targets") {
      const sql = `SELECT t."targetId" AS "id", COUNT(*) AS "count" ${LIVE.replace(
        'FROM "Statement" s',
        'FROM "StatementStance" t JOIN "Statement" s ON s."id" = t."statementId"',
      )} ${open} GROUP BY t."targetId"`;
      for (const { id, count } of await snapshot.query(sql, values)) add(String(id), Number(count));
      return counts;
    }
    const bySpeaker = `SELECT s."speakerId" AS "id", COUNT(*) AS "count" ${LIVE} ${open}
      AND s."speakerId" IS NOT NULL GROUP BY s."speakerId"`;
    for (const { id, count } of await snapshot.query(bySpeaker, values)) add(String(id), Number(count));
    // Most chains are one speaker, who is counted above.
    const longer = `SELECT s."chain", s."speakerId" ${LIVE} ${open} AND ${snapshot.holds('s."chain"')}`;
    for (const { chain, speakerId } of await snapshot.query(longer, [...values, ","])) {
      for (const id of new Set(jsonOf(chain) as string[])) if (id !== speakerId) add(id, 1);
    }
    return counts;
  } finally {
    await snapshot.close();
  }
}

export interface FoundUse {
  statementId: string;
  /** The reading is finished, or it is gold. */
  shown: boolean;
}

/** Every live statement that names one of these entries, in the order of ids. */
export async function findUses(
  projectId: string,
  list: RegistryListName,
  ids: readonly string[],
  closed: readonly string[],
): Promise<FoundUse[]> {
  const snapshot = await openSnapshot();
  try {
    const open = closed.length === 0 ? "" : `AND a."documentId" NOT IN (${placeholders(closed)})`;
    const rows = await snapshot.query(
      `SELECT s."id", a."kind", a."state" ${LIVE} ${open} AND (${named(snapshot, list, ids)}) ORDER BY s."id"`,
      [projectId, ...closed, ...ids, ...(list === "speakers" ? ids : [])],
    );
    return rows.map((row) => ({
      statementId: String(row.id),
      shown: row.kind === "adjudication" || row.state === "submitted",
    }));
  } finally {
    await snapshot.close();
  }
}

function named(snapshot: Snapshot, list: RegistryListName, ids: readonly string[]): string {
  if (list === "targets") {
    return `s."id" IN (SELECT t."statementId" FROM "StatementStance" t WHERE t."targetId" IN (${placeholders(ids)}))`;
  }
  const inChain = ids.map(() => snapshot.holds('s."chain"')).join(" OR ");
  return `s."speakerId" IN (${placeholders(ids)}) OR ${inChain}`;
}
