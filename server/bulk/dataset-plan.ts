import type { Codebook } from "@/domain/codebook/codebook";
import type { Dataset, DatasetRegistry } from "@/domain/formats/dataset";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { hidesAnnotators, peopleNames } from "@/server/queries/name-annotators";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toCodebookVersion } from "@/server/rows/work-rows";
import type { DatasetSelection } from "./open-dataset";
import { readWholeRegistry } from "./read-whole-registry";
import { refuseNames } from "./refuse-names";

/** What a dataset needs beside the snapshot it is read from: plain data, which another thread can be given. */
export interface DatasetPlan {
  project: Pick<rows.Project, "id" | "name" | "pseudonymSecret">;
  selection: DatasetSelection;
  /** The project hides from this reader whose reading it is. */
  isHidden: boolean;
  /** Of people by their user ids; null: they stand there under pseudonyms. */
  names: ReadonlyMap<string, string> | null;
  /** The newest. */
  codebook: Codebook;
  codebooks: Dataset["codebooks"];
  registry: DatasetRegistry;
}

/** A project that somebody may take a dataset from. */
export interface PermittedDataset {
  project: rows.Project;
  selection: DatasetSelection;
  isHidden: boolean;
}

/** Errors: 404, 403 (also for names, which only managers may ask for), 409 own_reading_unfinished. */
export async function permitDataset(
  actor: Actor,
  projectId: string,
  selection: DatasetSelection,
): Promise<PermittedDataset> {
  const { project, role } = await openProject(database(), actor, projectId, "dataset.export");
  refuseNames(selection, role);
  // Managers keep the list of who is who; a reviewer could tell by an export what the review hides.
  return { project, selection, isHidden: role !== "manager" && hidesAnnotators(project) };
}

/**
 * To be called after the moment of the snapshot, so that whatever its statements name is there. `used` are the ids of the
 * versions of the codebook that they are under.
 */
export async function planDataset(
  { project, selection, isHidden }: PermittedDataset,
  used: readonly string[],
): Promise<DatasetPlan> {
  const db = database();
  const codebook = await currentCodebook(db, project.id);
  const versions = await db.codebookVersion.findMany({
    where: { id: { in: [...new Set([codebook.id, ...used])] } },
    orderBy: { version: "asc" },
  });
  const { id, name, pseudonymSecret } = project;
  return {
    project: { id, name, pseudonymSecret },
    ...{ selection, isHidden },
    names: selection.people === "names" ? await peopleNames(db, project) : null,
    codebook: codebook.content,
    codebooks: versions.map(toCodebookVersion).map(({ version, content }) => ({ version, content })),
    registry: await readWholeRegistry(db, id),
  };
}
