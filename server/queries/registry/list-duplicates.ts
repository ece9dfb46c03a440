import { setImmediate as otherWork } from "node:timers/promises";
import type { EntryDuplicates, RegistryListName } from "@/domain/contract/registry-entries";
import { type Duplicate, searchDuplicates } from "@/domain/registry/find-duplicates";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { externalIdsOf } from "@/server/rows/registry-entry-rows";
import { readRegistry } from "@/server/rows/registry-rows";

/** Pairs in one answer: whoever has looked at these asks again. */
const MOST = 200;

/** Entries of a list that look like the same, without those of which somebody said that they are not. Errors: 404, 403 for annotators. */
export async function listDuplicates(
  actor: Actor,
  projectId: string,
  list: RegistryListName,
): Promise<EntryDuplicates> {
  const db = database();
  await openProject(db, actor, projectId, "registry.readUse");
  const latest = { where: { projectId }, orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }] };
  const kept = await (list === "speakers"
    ? db.speakerDistinction.findMany(latest)
    : db.targetDistinction.findMany(latest));
  const apart = new Set(kept.map(({ firstId, secondId }) => `${firstId} ${secondId}`));
  const entries = list === "speakers" ? await comparedSpeakers(db, projectId) : await comparedTargets(db, projectId);
  const found = await inSteps(searchDuplicates(entries, (first, second) => apart.has(`${first} ${second}`)));
  return {
    total: found.length,
    items: found.slice(0, MOST),
    apart: kept.map(({ id, firstId, secondId }) => ({ id, firstId, secondId })),
  };
}

async function comparedSpeakers(db: Tx, projectId: string) {
  const { speakers } = await readRegistry(db, projectId);
  const ids = await db.speaker.findMany({ where: { projectId }, select: { id: true, externalIds: true } });
  const externalIds = new Map(ids.map((row) => [row.id, externalIdsOf(row.externalIds)]));
  return speakers
    .filter(({ mergedIntoId, retired, fixed }) => mergedIntoId === null && !retired && !fixed)
    .map((speaker) => ({ ...speaker, externalIds: externalIds.get(speaker.id) ?? {} }));
}

async function comparedTargets(db: Tx, projectId: string) {
  const { targets } = await readRegistry(db, projectId);
  return targets
    .filter(({ mergedIntoId, retired }) => mergedIntoId === null && !retired)
    .map(({ id, name, aliases = [] }) => ({ id, name, aliases, kind: "target", externalIds: {} }));
}

/** Nobody else waits for more than a step of it. */
async function inSteps(search: Generator<void, Duplicate[]>): Promise<Duplicate[]> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    await otherWork();
  }
}
