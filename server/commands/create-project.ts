import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Prisma, Project } from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict, forbidden } from "@/server/http-error";
import { performOnce } from "./perform-once";
import { writeNextVersion } from "./publish-codebook";

interface NewProject {
  operationId: string;
  id: string;
  name: string;
  outletId: string;
  unknownId: string;
  /** Its first version; absent: it is published afterwards. */
  codebook?: Codebook;
}

/**
 * Creates a project with its two fixed speakers (the article's own voice and the unknown speaker) and the caller as its
 * manager. Errors: 403 for anybody but a server admin, 409 id_taken.
 */
export function createProject(actor: Actor, input: NewProject): Promise<{ id: string; name: string }> {
  const { operationId, id, name, outletId, unknownId, codebook } = input;
  const operation = { actor, operationId, action: "project.created", subjectType: "project", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const project = await writeProject(tx, actor, { id, name });
    await createFixedSpeaker(tx, id, outletId, { name: "The article itself", kind: "outlet" });
    await createFixedSpeaker(tx, id, unknownId, { name: "Unknown speaker", kind: "unknown" });
    if (codebook) await writeNextVersion(tx, id, { id: uuid(), message: codebook.name, content: codebook });
    return { project, before: null, answer: { id, name } };
  });
}

/** The row of a new project, with the start of its history and the caller as its manager. Errors as above. */
export async function writeProject(
  tx: Tx,
  actor: Actor,
  data: Pick<Project, "id" | "name"> & Prisma.ProjectUncheckedUpdateInput,
): Promise<Project> {
  if (!actor.isAdmin) throw forbidden("Only an administrator of this server creates projects.");
  if (await tx.project.findUnique({ where: { id: data.id } }))
    throw conflict("id_taken", "This id names a project already.");
  const { id, name, ...settings } = data;
  const project = await tx.project.create({
    data: { id, name, pseudonymSecret: randomBytes(32).toString("base64url") },
  });
  if (Object.keys(settings).length > 0) await tx.project.update({ where: { id }, data: settings });
  await tx.eventHead.create({ data: { projectId: id } });
  await tx.membership.create({ data: { id: uuid(), projectId: id, userId: actor.userId, role: "manager" } });
  return project;
}

async function createFixedSpeaker(
  tx: Tx,
  projectId: string,
  id: string,
  speaker: { name: string; kind: string },
): Promise<void> {
  await tx.speaker.create({ data: { id, projectId, ...speaker, fixed: true } });
}
