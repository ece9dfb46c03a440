import { offKey } from "@/domain/codebook/off-keys";
import { placeholders, type Snapshot } from "./snapshot";

interface Search {
  projectId: string;
  /** Documents to look in; null: all of the project. */
  ids: readonly string[] | null;
  kinds: readonly string[];
  /** Keys to look for, which are off in every version of the codebook that a statement is under. */
  off: { fields: readonly string[]; roles: readonly string[] };
}

/** Documents looked at in one query. */
const BATCH = 500;

/**
 * Which of these fields and roles any statement uses. Each statement tells which of those it uses are off in its own version
 * (`Statement.offKeys`, which nearly all leave empty), so that no other one is looked at.
 */
export async function findUsedKeys(snapshot: Snapshot, search: Search) {
  const fields = new Set<string>();
  const roles = new Set<string>();
  const wanted = new Map([
    ...search.off.fields.map((key) => [offKey("field", key), () => fields.add(key)] as const),
    ...search.off.roles.map((key) => [offKey("role", key), () => roles.add(key)] as const),
  ]);
  if (wanted.size === 0) return { fields, roles };
  const kept = await snapshot.query('SELECT DISTINCT "offKeys" FROM "Statement" WHERE "offKeys" IS NOT NULL');
  for (const { offKeys } of kept) {
    const named = String(offKeys)
      .split(" ")
      .filter((name) => wanted.has(name));
    if (named.length === 0 || !(await isUsed(snapshot, String(offKeys), search))) continue;
    for (const name of named) {
      wanted.get(name)?.();
      wanted.delete(name);
    }
  }
  return { fields, roles };
}

async function isUsed(snapshot: Snapshot, offKeys: string, { projectId, ids, kinds }: Search): Promise<boolean> {
  const find = async (among: string, values: readonly string[]) => {
    const rows = await snapshot.query(
      `SELECT 1 AS "found" FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
       JOIN "Document" d ON d."id" = a."documentId" WHERE s."offKeys" = ? AND s."deletedAt" IS NULL
       AND d."projectId" = ? AND a."kind" IN (${placeholders(kinds)}) AND (a."kind" <> 'annotation' OR a."state" = 'submitted')
       ${among} LIMIT 1`,
      [offKeys, projectId, ...kinds, ...values],
    );
    return rows.length > 0;
  };
  if (ids === null) return find("", []);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    if (await find(`AND d."id" IN (${placeholders(batch)})`, batch)) return true;
  }
  return false;
}
