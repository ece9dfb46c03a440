import { setImmediate as otherWork } from "node:timers/promises";
import { chooseColumns, keysThatAreOff } from "@/domain/formats/choose-columns";
import type { Dataset, DatasetDocument, DocumentParts } from "@/domain/formats/dataset";
import { inLayers } from "@/domain/formats/in-layers";
import { type ComposeOptions, composeDocument } from "./compose-document";
import { countDataset, type DatasetCounts } from "./count-dataset";
import type { DatasetPlan } from "./dataset-plan";
import { datasetWords } from "./dataset-words";
import { type DocumentRows, readDocumentRows } from "./document-rows";
import { readEvents } from "./read-events";
import type { Snapshot } from "./snapshot";
import { findUsedKeys } from "./used-keys";

export interface ReadDataset {
  dataset: Dataset;
  /** Documents in it. */
  size: number;
  /** What is in it, without reading it. */
  count(): Promise<DatasetCounts>;
}

/**
 * A planned dataset as it is at the moment of a snapshot: documents, finished readings and/or gold, rulings and comments
 * with gold. Gold counts from its first ruling on; its assignment's state says whether every cluster is settled.
 */
export async function datasetOf(snapshot: Snapshot, plan: DatasetPlan): Promise<ReadDataset> {
  const { project, selection, isHidden, codebook, codebooks, registry } = plan;
  const { layers, people, times } = selection;
  const choices = { layers, people, times };
  const kinds = inLayers(choices);
  const words = datasetWords(plan);
  const compose: ComposeOptions = {
    ...{ words, kinds, codebook },
    fields: selection.fields && new Set(selection.fields),
    withComments: kinds.includes("adjudication") && !isHidden,
  };
  const ids = await readDocumentIds(snapshot, project.id, selection.documents);
  const dataset: Dataset = {
    project: { id: project.id, name: project.name },
    ...{ choices, codebooks, registry },
    documents: (parts) => readDocuments(snapshot, ids, { ...compose, ...parts }),
    columns: async () =>
      chooseColumns(
        { codebooks },
        await findUsedKeys(snapshot, {
          ...{ projectId: project.id, kinds, ids: selection.documents && ids },
          off: keysThatAreOff({ codebooks }),
        }),
        selection.fields,
      ),
    // It would tell times that are not to be told, and who works when.
    events: () =>
      isHidden || times === "day"
        ? nothing()
        : readEvents(snapshot, { projectId: project.id, ids, kinds, actor: words.actor }),
  };
  return { dataset, size: ids.length, count: () => countDataset(snapshot, ids, kinds) };
}

/** The versions of the codebook that a statement is under. Asked so that of each one statement is looked at, not all. */
export async function readUsedVersions(snapshot: Snapshot, projectId: string): Promise<string[]> {
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
  for await (const { batch, documents, ...stored } of readBatches(snapshot, ids, { headsOnly })) {
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

/** Articles read at first. */
const FIRST = 2;

async function* readBatches(
  snapshot: Snapshot,
  ids: readonly string[],
  parts: DocumentParts,
): AsyncGenerator<DocumentRows & { batch: readonly string[] }> {
  const { atOnce, isApart } = snapshot;
  const read = async (from: number, to: number) => {
    const batch = ids.slice(from, to);
    return { batch, to, ...(await readDocumentRows(snapshot, batch, parts)) };
  };
  // Few at first, for somebody waits for the first byte.
  let size = Math.min(FIRST, atOnce);
  let ahead: ReturnType<typeof read> | null = null;
  for (let from = 0; from < ids.length; ) {
    const rows = await (ahead ?? read(from, from + size));
    from = rows.to;
    size = Math.min(size * 2, atOnce);
    ahead = isApart && from < ids.length ? read(from, from + size) : null;
    // Thrown when it is waited for; nobody waits where the reader leaves before.
    ahead?.catch(() => undefined);
    yield rows;
  }
}

async function* nothing(): AsyncGenerator<never> {}
