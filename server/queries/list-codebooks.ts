import type { Codebook } from "@/domain/codebook/codebook";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toCodebookVersion } from "@/server/rows/work-rows";

/** The current codebook of each of the caller's projects; a project without one is left out. */
export async function listCodebooks(actor: Actor): Promise<{ project: string; content: Codebook }[]> {
  const own = await memberships(database(), actor);
  const versions = await Promise.all(
    own.map(({ project }) =>
      database().codebookVersion.findFirst({ where: { projectId: project.id }, orderBy: { version: "desc" } }),
    ),
  );
  return own.flatMap(({ project }, index) => {
    const version = versions[index];
    return version ? [{ project: project.name, content: toCodebookVersion(version).content }] : [];
  });
}
