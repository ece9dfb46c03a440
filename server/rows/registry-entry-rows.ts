import { ExternalIds, type SpeakerEntry, type TargetEntry } from "@/domain/contract/registry-entries";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { notFound } from "@/server/http-error";
import { toSpeaker, toTarget } from "./registry-rows";

type WholeSpeaker = rows.Speaker & { aliases: { name: string }[]; affiliations: rows.Affiliation[] };

export function toSpeakerEntry(row: WholeSpeaker): SpeakerEntry {
  return {
    ...toSpeaker(row),
    revision: row.revision,
    notes: row.notes,
    externalIds: externalIdsOf(row.externalIds),
    affiliations: [...row.affiliations]
      .sort(byTime)
      .map(({ organisationId, roleTitle, validFrom, validTo }) => ({ organisationId, roleTitle, validFrom, validTo })),
  };
}

export const externalIdsOf = (stored: unknown): ExternalIds => (stored === null ? {} : ExternalIds.parse(stored));

type Dated = Pick<rows.Affiliation, "validFrom" | "id">;

/** Those that are open at the beginning first; databases do not agree on where what is null stands. */
export function byTime(a: Dated, b: Dated): number {
  const [one, other] = [`${a.validFrom ?? ""} ${a.id}`, `${b.validFrom ?? ""} ${b.id}`];
  return one < other ? -1 : 1;
}

/** A speaker of a project with all that the registry keeps. Errors: 404. */
export async function readSpeakerEntry(tx: Tx, projectId: string, id: string): Promise<SpeakerEntry> {
  const row = await tx.speaker.findFirst({
    where: { id, projectId },
    include: { aliases: { orderBy: { name: "asc" } }, affiliations: true },
  });
  if (!row) throw notFound();
  return toSpeakerEntry(row);
}

/** A target of a project. Errors: 404. */
export async function readTargetEntry(tx: Tx, projectId: string, id: string): Promise<TargetEntry> {
  const row = await tx.target.findFirst({
    where: { id, projectId },
    include: { place: true, aliases: { orderBy: { name: "asc" } } },
  });
  if (!row) throw notFound();
  return { ...toTarget(row), revision: row.revision };
}
