import { setImmediate as otherWork } from "node:timers/promises";
import { chooseColumns, keysThatAreOff } from "@/domain/formats/choose-columns";
import type { Dataset, DatasetChoices, DatasetDocument, DocumentParts } from "@/domain/formats/dataset";
import { inLayers } from "@/domain/formats/in-layers";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { hidesAnnotators } from "@/server/queries/name-annotators";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { type ComposeOptions, composeDocument } from "./compose-document";
import { countDataset, type DatasetCounts } from "./count-dataset";
import { datasetWords } from "./dataset-words";
import { readDocumentRows } from "./document-rows";
import { readEvents } from "./read-events";
import { readWholeRegistry } from "./read-whole-registry";
import { refuseNames } from "./refuse-names";
import { openSnapshot, type Snapshot } from "./snapshot";
import { findUsedKeys } from "./used-keys";

export interface DatasetSelection extends DatasetChoices {
  /** Ids; null: all documents of the project. */
  documents: readonly string[] | null;
  /** Keys; null: all fields. */
  fields: readonly string[] | null;
}

export interface OpenDataset {
  dataset: Dataset;
  /** Documents in it. */
  size: number;
  /** What is in it, without reading it. */
  count(): Promise<DatasetCounts>;
  /** Ends the snapshot it is read from. To be called whatever happens. */
  close(): Promise<void>;
}

/**
 * A project's dataset as it is at this moment: documents, finished readings and/or gold, rulings and comments with gold.
 * Gold counts from its first ruling on; its assignment's state says whether every cluster is settled. Errors: 404, 403
 * (also for names, which only managers may ask for), 409 own_reading_unfinished.
 */
export async function openDataset(actor: Actor, projectId: string, selection: DatasetSelection): Promise<OpenDataset> {
  const db = database();
  const { project, role } = await openProject(db, actor, projectId, "dataset.export");
  refuseNames(selection, role);
  // Managers keep the list of who is who; a reviewer could tell by an export what the review hides.
  const isHidden = role !== "manager" && hidesAnnotators(project);
  const { layers, people, times } = selection;
  const choices = { layers, people, times };
  const kinds = inLayers(choices);
  const words = await datasetWords({ tx: db, project, choices, isHidden });
  const snapshot = await openSnapshot();
  try {
    // Read after the moment of the snapshot, so that whatever its statements name is there.
    const codebook = await currentCodebook(db, projectId);
    const used = await readUsedVersions(snapshot, projectId);
    const versions = await db.codebookVersion.findMany({
      where: { id: { in: [...new Set([codebook.id, ...used])] } },
      orderBy: { version: "asc" },
    });
    const codebooks = versions.map(toCodebookVersion).map(({ version, content }) => ({ version, content }));
    const compose: ComposeOptions = {
      ...{ words, kinds, codebook: codebook.content },
      fields: selection.fields && new Set(selection.fields),
      withComments: kinds.includes("adjudication") && !isHidden,
    };
    const registry = await readWholeRegistry(db, projectId);
    const ids = await readDocumentIds(snapshot, projectId, selection.documents);
    const dataset: Dataset = {
      project: { id: project.id, name: project.name },
      ...{ choices, codebooks, registry },
      documents: (parts) => readDocuments(snapshot, ids, { ...compose, ...parts }),
      columns: async () =>
        chooseColumns(
          { codebooks },
          await findUsedKeys(snapshot, {
            ...{ projectId, kinds, ids: selection.documents && ids },
            off: keysThatAreOff({ codebooks }),
          }),
          selection.fields,
        ),
      // It would tell times that are not to be told, and who works when.
      events: () =>
        isHidden || times === "day" ? nothing() : readEvents(snapshot, { projectId, ids, kinds, actor: words.actor }),
    };
    return {
      dataset,
      size: ids.length,
      count: () => countDataset(snapshot, ids, kinds),
      close: () => snapshot.close(),
    };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** The versions of the codebook that a statement is under. Asked so that of each one statement is looked at, not all. */
async function readUsedVersions(snapshot: Snapshot, projectId: string): Promise<string[]> {
  const rows = await snapshot.query(
    `SELECT c."id" FROM "CodebookVersion" c WHERE c."projectId" = ?
     AND EXISTS (SELECT 1 FROM "Statement" s WHERE s."codebookVersionId" = c."id")`,
    [projectId],
  );
  return rows.map(({ id }) => String(id));
}

/** The chosen documents' ids in their order. */
async function readDocumentIds(snapshot: Snapshot, projectId: string, chosen: readonly string[] | null) {
  const rows = await snapshot.query('SELECT "id" FROM "Document" WHERE "projectId" = ? ORDER BY "position", "id"', [
    projectId,
  ]);
  const wanted = chosen && new Set(chosen);
  return rows.map(({ id }) => String(id)).filter((id) => wanted === null || wanted.has(id));
}

async function* readDocuments(
  snapshot: Snapshot,
  ids: readonly string[],
  { headsOnly, ...options }: ComposeOptions & DocumentParts,
): AsyncGenerator<DatasetDocument> {
  for (let from = 0; from < ids.length; from += snapshot.atOnce) {
    const batch = ids.slice(from, from + snapshot.atOnce);
    const { documents, ...stored } = await readDocumentRows(snapshot, batch, { headsOnly });
    const byId = new Map(documents.map((document) => [document.id, document]));
    for (const id of batch) {
      const document = byId.get(id);
      if (!document) throw new Error(`Document ${id} vanished from the snapshot.`);
      const assignments = stored.assignments.filter(({ documentId }) => documentId === id);
      yield composeDocument(
        document,
        {
          assignments,
          statements: new Map(assignments.map((own) => [own.id, stored.statements.get(own.id) ?? []])),
          rulings: stored.rulings.filter(({ documentId }) => documentId === id),
          groups: stored.groups.filter(({ documentId }) => documentId === id),
          comments: stored.comments.filter(({ documentId }) => documentId === id),
        },
        options,
      );
      // SQLite answers without giving anybody else a turn.
      await otherWork();
    }
  }
}

async function* nothing(): AsyncGenerator<never> {}
