import { noteDeletions, readDeletions } from "@/server/auth/deletion-list";
import { database, inTransaction } from "@/server/database/client";
import { removeExportFiles, removePerson } from "./remove-person";

/** Ids asked for in one query. */
const BATCH = 500;

/**
 * Deletes again whoever was deleted on this installation and is there nevertheless, because an older backup was restored;
 * also the only manager of a project or the last administrator. What the list lacks of those the database has as deleted is
 * added to it. Returns how many were deleted. For the start and after a restore, before anybody is served.
 */
export async function deleteAgain(now: Date): Promise<number> {
  const listed = readDeletions();
  const deleted = await database().user.findMany({ where: { deletedAt: { not: null } }, select: { id: true } });
  const missing = deleted.flatMap(({ id }) => (listed.has(id) ? [] : id));
  if (missing.length > 0) noteDeletions(missing);
  const ids = [...listed];
  let count = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const where = { id: { in: ids.slice(from, from + BATCH) }, deletedAt: null };
    for (const user of await database().user.findMany({ where, select: { id: true, email: true } })) {
      const { exports } = await inTransaction((tx) => removePerson(tx, { user, actorId: null, now }));
      await removeExportFiles(exports);
      count += 1;
    }
  }
  return count;
}
