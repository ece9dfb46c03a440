import { setImmediate as othersFirst } from "node:timers/promises";
import type { Attribute } from "@/domain/agreement/agreement-document";
import { type DocumentStatistics, documentStatistics } from "@/domain/agreement/document-statistics";
import { hasRunOver, readStatistics as readKept, readStatements } from "@/domain/agreement/stored-statistics";
import { database } from "@/server/database/client";
import { readKeptStatements } from "@/server/rows/kept-statistics-rows";
import { type HeldDocument, heldOf } from "./held-document";
import type { FinishedPass, ProjectReadings, ReadDocument } from "./project-readings";
import { readComparedStatements } from "./read-compared-statements";
import { readMerges } from "./read-merges";
import type { SelectedDocument } from "./select-passes";
import { storeStatistics } from "./store-statistics";

/** Documents that are counted before others have a turn. */
const STEP = 50;
/** Choices of passes kept for each document: those that somebody goes back and forth between. */
const KEPT = 4;

/**
 * The statistics of the passes that count in each document. They are kept as long as the document is as it was read, so
 * that after one edit only one document is counted anew; those of the usual choice, every blind pass under the newest
 * codebook, are kept in the database as well. `version`: of the codebook that the attributes are of.
 */
export async function readStatistics(
  projectId: string,
  readings: ProjectReadings,
  selected: readonly Pick<SelectedDocument, "document" | "passes">[],
  { attributes, version }: { attributes: readonly Attribute[]; version: number },
): Promise<DocumentStatistics[]> {
  const isNewest = version === readings.codebooks.at(-1)?.version;
  const isUsual = ({ document, passes }: (typeof selected)[number]) =>
    isNewest &&
    passes.length === document.passes.filter(({ blind }) => blind).length &&
    passes.every(({ blind }) => blind);
  const choices = selected.map((choice) => {
    const { document, passes } = choice;
    const held = heldOf(document);
    const revision = choiceOf(version, document, passes);
    if (held.kept !== null && isUsual(choice)) takeKept(held, revision);
    // Taken before anything is awaited: another request may push out what is kept now.
    return { choice, held, revision, known: held.statistics.get(revision) };
  });
  const missing = choices.filter(({ known }) => !known).map(({ choice }) => choice.document);
  await holdStatements(projectId, readings, missing);

  const uncounted: { document: ReadDocument; statistics: DocumentStatistics }[] = [];
  const statistics: DocumentStatistics[] = [];
  let counted = 0;
  for (const { choice, held, revision, known } of choices) {
    let own = known ?? held.statistics.get(revision);
    if (!own) {
      if (++counted % STEP === 0) await othersFirst();
      const { id, length } = choice.document.summary;
      const compared = choice.passes.map(({ annotatorId, assignmentId }) => ({
        ...{ annotatorId, assignmentId, statements: held.statements?.get(assignmentId) ?? [] },
      }));
      own = documentStatistics({ id, revision, length, passes: compared }, attributes);
      if (choice.passes.length > 0 && isUsual(choice) && !hasRunOver(own)) {
        uncounted.push({ document: choice.document, statistics: own });
      }
    }
    hold(held, revision, own);
    statistics.push(own);
  }
  storeStatistics(database(), uncounted);
  return statistics;
}

/** Puts statistics at the end of those held of their document. */
function hold({ statistics }: HeldDocument, revision: string, own: DocumentStatistics): void {
  statistics.delete(revision);
  statistics.set(revision, own);
  if (statistics.size <= KEPT) return;
  const [oldest] = statistics.keys();
  if (oldest !== undefined) statistics.delete(oldest);
}

/** The same for the same passes. */
function choiceOf(version: number, document: ReadDocument, passes: readonly FinishedPass[]): string {
  if (passes.length === document.passes.length) return `${version} all`;
  return [version, ...passes.map(({ assignmentId }) => assignmentId)].join(" ");
}

/** Reads what the database kept, once. */
function takeKept(held: HeldDocument, revision: string): void {
  const { kept } = held;
  held.kept = null;
  if (kept === null || held.statistics.has(revision)) return;
  try {
    held.statistics.set(revision, readKept(kept));
  } catch {
    // Somebody damaged it: then it is counted anew.
  }
}

/** Reads the statements of documents, from where they are kept or else from their own rows. */
export async function holdStatements(
  projectId: string,
  { codebooks }: ProjectReadings,
  wanted: readonly ReadDocument[],
): Promise<void> {
  const documents = wanted.filter((document) => heldOf(document).statements === null);
  if (documents.length === 0) return;
  const idOf = ({ summary }: ReadDocument) => summary.id;
  const kept = await readKeptStatements(database(), documents.map(idOf));
  const keptOf = new Map(kept.map((row) => [row.documentId, row]));
  const gone: ReadDocument[] = [];
  for (const document of documents) {
    const row = keptOf.get(idOf(document));
    if (row?.fingerprint === document.fingerprint) heldOf(document).statements = readStatements(row.statements);
    else gone.push(document);
  }
  const compared = await readComparedStatements(gone.map(idOf), codebooks, await readMerges(projectId));
  for (const document of gone) {
    heldOf(document).statements = new Map(
      document.passes.map(({ assignmentId }) => [assignmentId, compared.get(assignmentId)?.statements ?? []]),
    );
  }
}
