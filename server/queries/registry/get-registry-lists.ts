import type { RegistryLists } from "@/domain/contract/registry-entries";
import { may } from "@/domain/policy";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readRegistry } from "@/server/rows/registry-rows";
import { countUses, readClosedDocuments } from "./read-use";

/** The registry as it is kept: everything with its revision and, for reviewers, how often it is named. Errors: 404. */
export async function getRegistryLists(actor: Actor, projectId: string): Promise<RegistryLists> {
  const db = database();
  const { role } = await openProject(db, actor, projectId, "project.read");
  const where = { where: { projectId }, select: { id: true, revision: true } };
  const [registry, speakers, targets] = await Promise.all([
    readRegistry(db, projectId),
    db.speaker.findMany(where),
    db.target.findMany(where),
  ]);
  const revisions = new Map([...speakers, ...targets].map(({ id, revision }) => [id, revision]));
  const counts = may("registry.readUse", role) ? await countBoth(actor, projectId) : null;
  const listed = <T extends { id: string }>(entry: T, uses: ReadonlyMap<string, number> | undefined) => ({
    ...entry,
    revision: revisions.get(entry.id) ?? 1,
    uses: uses ? (uses.get(entry.id) ?? 0) : null,
  });
  return {
    speakers: registry.speakers.map((speaker) => listed(speaker, counts?.speakers)),
    targets: registry.targets.map((target) => listed(target, counts?.targets)),
    closed: counts?.closed ?? 0,
  };
}

async function countBoth(actor: Actor, projectId: string) {
  const closed = await readClosedDocuments(actor, projectId);
  return {
    closed: closed.length,
    speakers: await countUses(projectId, "speakers", closed),
    targets: await countUses(projectId, "targets", closed),
  };
}
