import { v7 as uuid } from "uuid";
import type { Speaker, SpeakerInput } from "@/domain/contract/registry";
import { may } from "@/domain/policy";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { invalid } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toSpeaker } from "@/server/rows/registry-rows";
import { performOnce } from "./perform-once";

/** Adds a speaker to the registry: at once from a manager, flagged as proposed from anybody else. Errors: 404, 422 for a kind or sector the codebook lacks. */
export function createSpeaker(actor: Actor, projectId: string, input: SpeakerInput): Promise<Speaker> {
  const { operationId, aliases, ...speaker } = input;
  const operation = {
    actor,
    operationId,
    action: "speaker.created",
    subjectType: "speaker",
    subjectId: input.id,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, role } = await openProject(tx, actor, projectId, "speaker.create");
    const proposedAt = may("registry.edit", role) ? null : now;
    const { content: codebook } = await currentCodebook(tx, projectId);
    const errors = [
      ...unlisted("kind", speaker.kind, codebook.speaker.kinds, ["unknown"]),
      ...unlisted("sector", speaker.sector, codebook.speaker.sectors, []),
    ];
    if (errors.length > 0) throw invalid("The speaker cannot be stored as it is.", errors, "invalid_speaker");
    const names = [...new Set(aliases)].filter((alias) => alias !== speaker.name);
    const row = await tx.speaker.create({
      data: { ...speaker, projectId, proposedAt, aliases: { create: names.map((name) => ({ id: uuid(), name })) } },
      include: { aliases: { orderBy: { name: "asc" } } },
    });
    return { project, before: null, answer: toSpeaker(row) };
  });
}

function unlisted(path: string, key: string | null, values: { key: string }[], reserved: string[]) {
  if (key === null || (values.some((value) => value.key === key) && !reserved.includes(key))) return [];
  const choices = values.filter((value) => !reserved.includes(value.key)).map((value) => value.key);
  return [{ path, message: `"${key}" is not among: ${choices.join(", ")}.` }];
}
