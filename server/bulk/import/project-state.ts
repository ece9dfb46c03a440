import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { DatasetRegistry } from "@/domain/formats/dataset";
import type * as rows from "@/prisma/generated/sqlite/client";
import { readWholeRegistry } from "@/server/bulk/read-whole-registry";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";
import { peopleNames } from "@/server/queries/name-annotators";
import { toCodebookVersion } from "@/server/rows/work-rows";

/** What an import finds in the project it goes into. */
export interface ProjectState {
  project: rows.Project;
  /** Ascending by number. */
  codebooks: readonly CodebookVersion[];
  /** What new statements are coded under. */
  newest: CodebookVersion;
  registry: DatasetRegistry;
  /** User ids by the ids of memberships. */
  members: ReadonlyMap<string, string>;
  /** Whoever belongs to the project or works in it, by pseudonym, and by name where only one is called so. */
  people: ReadonlyMap<string, string>;
  /** No article yet, so nothing was coded under its codebook and nothing names its two fixed speakers. */
  isEmpty: boolean;
  /** Place of the next document, and of the next target. */
  nextDocument: number;
  nextTarget: number;
}

export async function readProjectState(tx: Tx, project: rows.Project): Promise<ProjectState> {
  const projectId = project.id;
  const codebooks = await tx.codebookVersion.findMany({ where: { projectId }, orderBy: { version: "asc" } });
  const newest = codebooks.at(-1);
  if (!newest) throw conflict("no_codebook", "This project has no codebook yet; its manager has to publish one.");
  const registry = await readWholeRegistry(tx, projectId);
  const members = await tx.membership.findMany({ where: { projectId }, select: { id: true, userId: true } });
  const names = await peopleNames(tx, project);
  const lastDocument = await tx.document.aggregate({ where: { projectId }, _max: { position: true } });
  const lastTarget = await tx.target.aggregate({ where: { projectId }, _max: { position: true } });
  return {
    ...{ project, registry },
    codebooks: codebooks.map(toCodebookVersion),
    newest: toCodebookVersion(newest),
    members: new Map(members.map(({ id, userId }) => [id, userId])),
    people: new Map(
      [...names].flatMap(([userId, name]) => [[name, userId] as const, [pseudonym(project, userId), userId] as const]),
    ),
    isEmpty: lastDocument._max.position === null && !namesFixed(registry),
    nextDocument: (lastDocument._max.position ?? -1) + 1,
    nextTarget: (lastTarget._max.position ?? -1) + 1,
  };
}

/** Whether anybody of the registry belongs to, or was merged into, one of its fixed speakers. */
function namesFixed({ speakers }: DatasetRegistry): boolean {
  const fixed = new Set<string | null>(speakers.filter((speaker) => speaker.fixed).map(({ id }) => id));
  return speakers.some(
    ({ organisationId, mergedIntoId, affiliations }) =>
      fixed.has(organisationId) ||
      fixed.has(mergedIntoId) ||
      affiliations.some((affiliation) => fixed.has(affiliation.organisationId)),
  );
}
