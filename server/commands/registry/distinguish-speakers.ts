import type { DistinctionInput, SpeakerDistinction } from "@/domain/contract/registry-entries";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid, notFound } from "@/server/http-error";

/**
 * Keeps that two speakers are not the same, so that they are not proposed for merging again. Said twice, it is kept once.
 * Errors: 404, 403 for others than managers, 409 id_taken, 422 unknown_speaker.
 */
export function distinguishSpeakers(
  actor: Actor,
  projectId: string,
  { operationId, id, firstId: one, secondId: other }: DistinctionInput,
): Promise<SpeakerDistinction> {
  const [firstId, secondId] = one < other ? [one, other] : [other, one];
  const action = "speaker.distinguished";
  const operation = { actor, operationId, action, subjectType: "speaker", subjectId: firstId } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    await holdProject(tx, projectId);
    const known = await tx.speaker.count({ where: { projectId, id: { in: [firstId, secondId] } } });
    if (known !== 2) {
      throw invalid("Name two speakers of this project.", [], "unknown_speaker");
    }
    const held = await tx.speakerDistinction.findFirst({ where: { firstId, secondId } });
    if (!held && (await tx.speakerDistinction.count({ where: { id } })) > 0) {
      throw conflict("id_taken", "Something with this id exists already; make a new one.");
    }
    const row = held ?? (await tx.speakerDistinction.create({ data: { id, projectId, firstId, secondId } }));
    return { project, before: null, answer: { distinctionId: row.id, firstId, secondId } };
  });
}

/** Takes it back: the two may be proposed again. Errors: 404, 403 for others than managers. */
export function withdrawDistinction(
  actor: Actor,
  { projectId, distinctionId }: { projectId: string; distinctionId: string },
  operationId: string,
): Promise<SpeakerDistinction> {
  const action = "speaker.distinction_withdrawn";
  const operation = { actor, operationId, action, subjectType: "speaker", subjectId: distinctionId } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "registry.edit");
    const row = await tx.speakerDistinction.findFirst({ where: { id: distinctionId, projectId } });
    if (!row) throw notFound();
    // Somebody else may have taken it back at the same moment.
    await tx.speakerDistinction.deleteMany({ where: { id: distinctionId } });
    const answer = { distinctionId, firstId: row.firstId, secondId: row.secondId };
    return { project, before: answer, answer };
  });
}
