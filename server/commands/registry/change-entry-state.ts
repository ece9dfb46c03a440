import type { ChangedEntry, EntryStateInput, RegistryListName } from "@/domain/contract/registry-entries";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import { holdProject } from "@/server/events/append-event";
import { conflict } from "@/server/http-error";
import { readEntry, subjectOf, writeEntry } from "./entries";

interface Place {
  projectId: string;
  list: RegistryListName;
  entryId: string;
}

/**
 * Takes a proposed entry, refuses or retires one, or takes it back into use. Statements that name it stay as they are. Errors:
 * 404, 403 for others than managers, 409 stale_revision with the entry as it is now, 409 entry_fixed.
 */
export function changeEntryState(
  actor: Actor,
  { projectId, list, entryId }: Place,
  { operationId, revision, state, reason }: EntryStateInput,
): Promise<ChangedEntry> {
  const subjectType = subjectOf[list];
  const action = `${subjectType}.${state === "retired" ? "retired" : "accepted"}` as const;
  return performOnce({ actor, operationId, action, subjectType, subjectId: entryId }, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    await holdProject(tx, projectId);
    const before = await readEntry(tx, projectId, list, entryId);
    if (state === "retired" && "fixed" in before && before.fixed) {
      throw conflict("entry_fixed", "The outlet and the unknown speaker are always there.");
    }
    const retiredAt = state === "retired" ? now : null;
    await writeEntry(tx, projectId, list, { id: entryId, revision }, { accepted: true, retiredAt });
    return { project, before, answer: { ...(await readEntry(tx, projectId, list, entryId)), reason } };
  });
}
