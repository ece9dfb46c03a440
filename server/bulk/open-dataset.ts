import type { DatasetChoices } from "@/domain/formats/dataset";
import type { Actor } from "@/server/auth/actor";
import { databaseSource } from "@/server/database/database-source";
import { datasetOf, type ReadDataset, readUsedVersions } from "./dataset-of";
import { permitDataset, planDataset } from "./dataset-plan";
import { openSnapshot } from "./snapshot";

export interface DatasetSelection extends DatasetChoices {
  /** Ids; null: all documents of the project. */
  documents: readonly string[] | null;
  /** Keys; null: all fields. */
  fields: readonly string[] | null;
}

export interface OpenDataset extends ReadDataset {
  /** Ends the snapshot it is read from. To be called whatever happens. */
  close(): Promise<void>;
}

/**
 * A project's dataset as it is at this moment. Errors: 404, 403 (also for names, which only managers may ask for),
 * 409 own_reading_unfinished.
 */
export async function openDataset(actor: Actor, projectId: string, selection: DatasetSelection): Promise<OpenDataset> {
  const permitted = await permitDataset(actor, projectId, selection);
  const snapshot = await openSnapshot(databaseSource(), { isById: true });
  try {
    const plan = await planDataset(permitted, await readUsedVersions(snapshot, projectId));
    return { ...(await datasetOf(snapshot, plan)), close: () => snapshot.close() };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}
