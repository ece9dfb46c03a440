import * as z from "zod";
import type { MergedEntry, RegistryListName, SpeakerPage, TargetPage } from "@/domain/contract/registry-entries";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { readSpeakerEntry, readTargetEntry } from "@/server/rows/registry-entry-rows";

interface Place {
  projectId: string;
  entryId: string;
}

/** A speaker with all that the registry keeps, and what was merged into it. Errors: 404. */
export async function getSpeaker(actor: Actor, { projectId, entryId }: Place): Promise<SpeakerPage> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const entry = await readSpeakerEntry(db, projectId, entryId);
  const merged = await db.speaker.findMany({
    where: { projectId, mergedIntoId: entryId },
    include: { aliases: { orderBy: { name: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const named = merged.map((row) => ({ ...row, aliases: row.aliases.map(({ name }) => name) }));
  return { entry, merged: await withMerges(db, "speakers", named) };
}

/** A target with what was merged into it. Errors: 404. */
export async function getTarget(actor: Actor, { projectId, entryId }: Place): Promise<TargetPage> {
  const db = database();
  await openProject(db, actor, projectId, "project.read");
  const entry = await readTargetEntry(db, projectId, entryId);
  const merged = await db.target.findMany({
    where: { projectId, mergedIntoId: entryId },
    include: { aliases: { orderBy: { name: "asc" } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const named = merged.map((row) => ({ ...row, aliases: row.aliases.map(({ name }) => name) }));
  return { entry, merged: await withMerges(db, "targets", named) };
}

const Reasoned = z.object({ reason: z.string() });

/** Rows with the merge each came by, as the event of it tells. */
async function withMerges(
  tx: Tx,
  list: RegistryListName,
  rows: readonly { id: string; revision: number; name: string; aliases: string[] }[],
): Promise<MergedEntry[]> {
  const events = await tx.event.findMany({
    where: {
      subjectId: { in: rows.map(({ id }) => id) },
      action: list === "speakers" ? "speaker.merged" : "target.merged",
    },
    orderBy: { sequence: "asc" },
  });
  const last = new Map(events.map((event) => [event.subjectId, event]));
  return rows.map(({ id, revision, name, aliases }) => {
    const event = last.get(id);
    const { data } = Reasoned.safeParse(event?.after);
    return {
      ...{ id, revision, name, aliases },
      merge: event && data ? { reason: data.reason, at: event.at.toISOString(), operationId: event.operationId } : null,
    };
  });
}
