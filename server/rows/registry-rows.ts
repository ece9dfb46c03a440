import type { Registry, Speaker, Target } from "@/domain/contract/registry";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

export function toSpeaker(row: rows.Speaker & { aliases: { name: string }[] }): Speaker {
  const { id, name, kind, roleTitle, organisationId, sector, country, fixed, mergedIntoId } = row;
  const aliases = row.aliases.map((alias) => alias.name);
  return {
    id,
    name,
    kind,
    aliases,
    roleTitle,
    organisationId,
    sector,
    function: row.function,
    country,
    fixed,
    mergedIntoId,
  };
}

export function toTarget(row: rows.Target): Target {
  const { id, key, name, description, proposed, mergedIntoId } = row;
  return { id, key, name, description, proposed, mergedIntoId };
}

/** The project's whole registry, merged entities included: statements may still point at them. */
export async function readRegistry(tx: Tx, projectId: string): Promise<Registry> {
  const speakers = await tx.speaker.findMany({
    where: { projectId },
    include: { aliases: { orderBy: { name: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const targets = await tx.target.findMany({ where: { projectId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  return { speakers: speakers.map(toSpeaker), targets: targets.map(toTarget) };
}
