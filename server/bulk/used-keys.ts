import { setImmediate as otherWork } from "node:timers/promises";
import { placeholders, type Snapshot } from "./snapshot";

interface Search {
  /** Documents to look in. */
  ids: readonly string[];
  kinds: readonly string[];
  /** Keys to look for. */
  off: { fields: readonly string[]; roles: readonly string[] };
}

/** Documents looked at in one query. */
const BATCH = 64;

/**
 * Which of these fields and roles any statement uses. Looked for in the stored text, so that a role that a quote happens
 * to be called like may be found too: a column too many is harmless.
 */
export async function findUsedKeys(snapshot: Snapshot, { ids, kinds, off }: Search) {
  const fields = new Set<string>();
  const roles = new Set<string>();
  const wanted = [
    ...off.fields.map((key) => ({ key, column: "fields", pattern: `"${key}":`, found: fields })),
    ...off.roles.map((key) => ({ key, column: "spans", pattern: `"${key}"`, found: roles })),
  ];
  for (let from = 0; from < ids.length; from += BATCH) {
    const left = wanted.filter(({ key, found }) => !found.has(key));
    if (left.length === 0) break;
    const batch = ids.slice(from, from + BATCH);
    const sums = left.map(
      ({ column }, index) => `MAX(CASE WHEN ${snapshot.holds(`s."${column}"`)} THEN 1 ELSE 0 END) AS "k${index}"`,
    );
    const [row] = await snapshot.query(
      `SELECT ${sums.join(", ")} FROM "Statement" s JOIN "Assignment" a ON a."id" = s."assignmentId"
       WHERE a."documentId" IN (${placeholders(batch)}) AND a."kind" IN (${placeholders(kinds)})
       AND s."deletedAt" IS NULL AND (a."kind" <> 'annotation' OR a."state" = 'submitted')`,
      [...left.map(({ pattern }) => pattern), ...batch, ...kinds],
    );
    for (const [index, { key, found }] of left.entries()) if (Number(row?.[`k${index}`]) === 1) found.add(key);
    await otherWork();
  }
  return { fields, roles };
}
