import type { RegistryListName, SpeakerEntry, TargetEntry } from "@/domain/contract/registry-entries";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { readSpeakerEntry, readTargetEntry } from "@/server/rows/registry-entry-rows";

/** A speaker or a target, as what can be merged and retired. */
export type Entry = SpeakerEntry | TargetEntry;

/** What an event calls an entry of a list. */
export const subjectOf = { speakers: "speaker", targets: "target" } as const;

/** An entry of a project. Errors: 404. */
export function readEntry(tx: Tx, projectId: string, list: RegistryListName, id: string): Promise<Entry> {
  return list === "speakers" ? readSpeakerEntry(tx, projectId, id) : readTargetEntry(tx, projectId, id);
}

/**
 * Changes columns of an entry that has the revision somebody saw, and raises it. Errors: 409 stale_revision with the entry as
 * it is now.
 */
export async function writeEntry(
  tx: Tx,
  projectId: string,
  list: RegistryListName,
  { id, revision }: { id: string; revision: number },
  columns: { mergedIntoId?: string | null; retiredAt?: Date | null; accepted?: true },
): Promise<void> {
  const { accepted, ...change } = columns;
  const where = { id, projectId, revision };
  const data = { ...change, revision: { increment: 1 } };
  const { count } =
    list === "speakers"
      ? await tx.speaker.updateMany({ where, data: { ...data, ...(accepted && { proposedAt: null }) } })
      : await tx.target.updateMany({ where, data: { ...data, ...(accepted && { proposed: false }) } });
  if (count === 0) throw staleEntry(await readEntry(tx, projectId, list, id));
}

export const staleEntry = (current: Entry) =>
  conflict("stale_revision", `“${current.name}” was changed elsewhere meanwhile.`, current);
