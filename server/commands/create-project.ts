import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { forbidden } from "@/server/http-error";
import { performOnce } from "./perform-once";

/**
 * Creates a project with its two fixed speakers (the article's own voice and the unknown speaker) and the caller as its
 * manager. Errors: 403 for anybody but a server admin.
 */
export function createProject(
  actor: Actor,
  input: { operationId: string; id: string; name: string; outletId: string; unknownId: string },
): Promise<{ id: string; name: string }> {
  const { operationId, id, name, outletId, unknownId } = input;
  const operation = { actor, operationId, action: "project.created", subjectType: "project", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    if (!actor.isAdmin) throw forbidden("Only an administrator of this server creates projects.");
    const project = await tx.project.create({
      data: { id, name, pseudonymSecret: randomBytes(32).toString("base64url") },
    });
    await tx.eventHead.create({ data: { projectId: id } });
    await tx.membership.create({ data: { id: uuid(), projectId: id, userId: actor.userId, role: "manager" } });
    await createFixedSpeaker(tx, id, outletId, { name: "The article itself", kind: "outlet" });
    await createFixedSpeaker(tx, id, unknownId, { name: "Unknown speaker", kind: "unknown" });
    return { project, before: null, answer: { id, name } };
  });
}

async function createFixedSpeaker(
  tx: Tx,
  projectId: string,
  id: string,
  speaker: { name: string; kind: string },
): Promise<void> {
  await tx.speaker.create({ data: { id, projectId, ...speaker, fixed: true } });
}
