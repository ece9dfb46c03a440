import { v7 as uuid } from "uuid";
import type { SpeakerChange, SpeakerEntry } from "@/domain/contract/registry-entries";
import { checkSpeakerFields } from "@/domain/registry/check-speaker-fields";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import { holdProject } from "@/server/events/append-event";
import { invalid } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readSpeakerEntry } from "@/server/rows/registry-entry-rows";
import { staleEntry } from "./entries";

/**
 * Replaces what the registry says of a speaker. Errors: 404, 403 for others than managers, 409 stale_revision with the
 * speaker as it is now, 422 invalid_speaker.
 */
export function changeSpeaker(
  actor: Actor,
  { projectId, entryId: id }: { projectId: string; entryId: string },
  { operationId, revision, ...fields }: SpeakerChange,
): Promise<SpeakerEntry> {
  const operation = { actor, operationId, action: "speaker.changed", subjectType: "speaker", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    await holdProject(tx, projectId);
    const before = await readSpeakerEntry(tx, projectId, id);
    if (before.revision !== revision) throw staleEntry(before);
    const { content: codebook } = await currentCodebook(tx, projectId);
    const named = [fields.organisationId ?? [], fields.affiliations.map(({ organisationId }) => organisationId)].flat(
      2,
    );
    const known = await tx.speaker.findMany({ where: { projectId, id: { in: named } }, select: { id: true } });
    const speakers = new Set(known.map((speaker) => speaker.id));
    const problems = checkSpeakerFields(fields, {
      ...{ id, codebook, before, fixed: before.fixed },
      isSpeaker: (other) => speakers.has(other),
    });
    if (problems.length > 0) throw invalid("The speaker cannot be stored as it is.", problems, "invalid_speaker");
    const { aliases, affiliations, externalIds, ...columns } = fields;
    const hasIds = Object.keys(externalIds).length > 0;
    await tx.speakerAlias.deleteMany({ where: { speakerId: id } });
    await tx.affiliation.deleteMany({ where: { speakerId: id } });
    await tx.speakerAlias.createMany({ data: aliases.map((name) => ({ id: uuid(), speakerId: id, name })) });
    await tx.affiliation.createMany({ data: affiliations.map((one) => ({ id: uuid(), speakerId: id, ...one })) });
    await tx.speaker.update({
      where: { id },
      data: { ...columns, externalIds: hasIds ? externalIds : Prisma.DbNull, revision: { increment: 1 } },
    });
    return { project, before, answer: await readSpeakerEntry(tx, projectId, id) };
  });
}
