import type { DatasetRegistry } from "@/domain/formats/dataset";
import type { Tx } from "@/server/database/client";
import { byTime, externalIdsOf } from "@/server/rows/registry-entry-rows";
import { readRegistry } from "@/server/rows/registry-rows";

/** A project's registry with what only an export tells: notes, ids elsewhere, affiliations and who is not the same. */
export async function readWholeRegistry(tx: Tx, projectId: string): Promise<DatasetRegistry> {
  const { speakers, targets } = await readRegistry(tx, projectId);
  const kept = await tx.speaker.findMany({
    where: { projectId },
    select: { id: true, notes: true, externalIds: true },
  });
  const told = new Map(kept.map((speaker) => [speaker.id, speaker]));
  const affiliations = await tx.affiliation.findMany({ where: { speaker: { projectId } } });
  const bySpeaker = new Map<string, typeof affiliations>();
  for (const one of affiliations.sort(byTime)) {
    bySpeaker.set(one.speakerId, [...(bySpeaker.get(one.speakerId) ?? []), one]);
  }
  const where = { projectId };
  const apart = [
    await tx.speakerDistinction.findMany({ where }),
    await tx.targetDistinction.findMany({ where }),
  ].flat();
  return {
    targets,
    distinctions: apart
      .map(({ firstId, secondId }) => ({ firstId, secondId }))
      .sort((a, b) => (a.firstId + a.secondId < b.firstId + b.secondId ? -1 : 1)),
    speakers: speakers.map((speaker) => ({
      ...speaker,
      notes: told.get(speaker.id)?.notes ?? null,
      externalIds: externalIdsOf(told.get(speaker.id)?.externalIds ?? null),
      affiliations: (bySpeaker.get(speaker.id) ?? []).map(({ organisationId, roleTitle, validFrom, validTo }) => ({
        ...{ organisationId, roleTitle, validFrom, validTo },
      })),
    })),
  };
}
