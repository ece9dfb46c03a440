import type { TrainingState } from "@/domain/contract/training";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readTrainingState } from "./read-training-state";

const NONE: TrainingState = {
  ...{ isOpen: false, passed: 0, needed: 0, measure: "", threshold: 0, waiver: null },
  documents: [],
};

/** How far the caller is in the training of a project; null where they are asked for none. Errors: 404, 409 no_codebook. */
export async function findTraining(actor: Actor, projectId: string): Promise<TrainingState | null> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.read");
  return readTrainingState(db, project, actor.userId);
}

/** The same for who asks over the API: of who is asked for none, nothing. */
export async function getTrainingState(actor: Actor, projectId: string): Promise<TrainingState> {
  return (await findTraining(actor, projectId)) ?? NONE;
}
