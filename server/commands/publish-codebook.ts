import { Codebook, type CodebookVersion } from "@/domain/codebook/codebook";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { performOnce } from "./perform-once";

/** Publishes the next, immutable version of a project's codebook. Errors: 404, 403 for others than managers. */
export function publishCodebook(
  actor: Actor,
  projectId: string,
  input: { operationId: string; id: string; message: string; content: Codebook },
): Promise<CodebookVersion> {
  const { operationId, id, message } = input;
  const content = Codebook.parse(input.content);
  const operation = {
    actor,
    operationId,
    action: "codebook.published",
    subjectType: "codebook",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    await holdProject(tx, projectId);
    return { project, before: null, answer: await writeNextVersion(tx, projectId, { id, message, content }) };
  });
}

/** Adds the next version of a project that is held. */
export async function writeNextVersion(
  tx: Tx,
  projectId: string,
  { id, message, content }: { id: string; message: string; content: Codebook },
): Promise<CodebookVersion> {
  const latest = await tx.codebookVersion.aggregate({ where: { projectId }, _max: { version: true } });
  const version = (latest._max.version ?? 0) + 1;
  return toCodebookVersion(await tx.codebookVersion.create({ data: { id, projectId, version, message, content } }));
}
