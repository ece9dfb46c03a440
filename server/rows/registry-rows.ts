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
    // Said only where it holds: a registry has ten thousand of them.
    ...(row.proposedAt !== null && { proposed: true }),
    ...(row.retiredAt !== null && { retired: true }),
  };
}

export function toTarget(
  row: rows.Target & { place?: { broaderId: string } | null; aliases?: readonly { name: string }[] },
): Target {
  const { id, key, name, description, proposed, mergedIntoId } = row;
  return {
    ...{ id, key, name, description, proposed, mergedIntoId },
    ...(row.retiredAt !== null && { retired: true }),
    ...(row.place && { broaderId: row.place.broaderId }),
    ...(row.aliases && row.aliases.length > 0 && { aliases: row.aliases.map(({ name }) => name) }),
  };
}

/** The project's whole registry, merged entities included: statements may still point at them. */
export async function readRegistry(tx: Tx, projectId: string): Promise<Registry> {
  const speakers = await tx.speaker.findMany({ where: { projectId }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  // Joined here: Prisma would ask for the names of each speaker by its id, and a query has only so many parameters.
  const names = await tx.speakerAlias.findMany({ where: { speaker: { projectId } }, orderBy: { name: "asc" } });
  const wordings = await tx.targetAlias.findMany({ where: { target: { projectId } }, orderBy: { name: "asc" } });
  const aliasesOf = new Map<string, { name: string }[]>();
  for (const alias of [...names, ...wordings]) {
    const id = "speakerId" in alias ? alias.speakerId : alias.targetId;
    const held = aliasesOf.get(id);
    if (held) held.push(alias);
    else aliasesOf.set(id, [alias]);
  }
  const targets = await tx.target.findMany({
    where: { projectId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { place: true },
  });
  return {
    speakers: speakers.map((row) => toSpeaker({ ...row, aliases: aliasesOf.get(row.id) ?? [] })),
    targets: targets.map((row) => toTarget({ ...row, aliases: aliasesOf.get(row.id) })),
  };
}
