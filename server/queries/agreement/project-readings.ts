import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { DocumentSummary } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";
import { database } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { headOf } from "@/server/queries/list-change-notices";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { findChanges } from "./find-changes";
import { type AgreementNames, readNames } from "./name-labels";
import { readDocuments } from "./read-documents";
import { type Merges, readMerges } from "./read-merges";

/** A finished pass over a document, also one that marked nothing. Annotators are told apart by their pseudonyms. */
export interface FinishedPass {
  assignmentId: string;
  documentId: string;
  annotatorId: string;
  userId: string | null;
  finishedAt: string;
  /** Number of the newest codebook its statements were coded under; of an empty pass the one in force when it was finished. */
  version: number;
  /** False when its annotator saw others' work first. */
  blind: boolean;
  withSuggestions: boolean;
  /** How many it marked. */
  statements: number;
}

export interface ReadDocument {
  summary: DocumentSummary;
  passes: FinishedPass[];
  /** What its statistics are made from, see `fingerprintOf`. */
  fingerprint: string;
}

/** A codebook and when it came into force. */
export type PublishedCodebook = CodebookVersion & { publishedAt: string };

export interface ProjectReadings {
  /** The project's events up to this one are in it. */
  sequence: number;
  /** By version. */
  codebooks: PublishedCodebook[];
  names: AgreementNames;
  /** By document id, in the project's order. A document's object is the same as long as its readings are. */
  documents: ReadonlyMap<string, ReadDocument>;
}

/** Projects kept; the one not asked for the longest goes first. */
const KEPT = 8;

const held = perProcess<Map<string, Promise<ProjectReadings>>>("project-readings", () => new Map());

/**
 * The finished passes of a project, kept between calls. The project's events tell what has changed since: after one edit
 * only that document is read again. Their statements are read when statistics need them, see `readStatistics`.
 */
export function readProject(project: rows.Project): Promise<ProjectReadings> {
  const before = held.get(project.id);
  const next = (before ?? Promise.resolve(null)).catch(() => null).then((known) => bringUpToDate(project, known));
  held.delete(project.id);
  held.set(project.id, next);
  const [oldest] = held.keys();
  if (held.size > KEPT && oldest) held.delete(oldest);
  return next;
}

/** Forgets all that was read, as a new start does. */
export function forgetReadings(): void {
  held.clear();
}

async function bringUpToDate(project: rows.Project, known: ProjectReadings | null): Promise<ProjectReadings> {
  // Before the rows: what is written in between is read once more the next time.
  const sequence = await headOf(project.id);
  if (known?.sequence === sequence) return known;
  const [changes, merges] = await Promise.all([known && findChanges(project.id, known), readMerges(project.id)]);
  if (!known || !changes || changes.everything) return readEverything(project, sequence, merges);
  const names = changes.names ? await readNames(project.id, known.codebooks) : known.names;
  if (changes.documentIds.length === 0) return { ...known, sequence, names };
  const fresh = await readDocuments(project, {
    ...{ codebooks: known.codebooks, merges },
    documentIds: changes.documentIds,
  });
  const documents = new Map([...known.documents].map(([id, document]) => [id, fresh.get(id) ?? document] as const));
  return { ...known, sequence, names, documents };
}

async function readEverything(project: rows.Project, sequence: number, merges: Merges): Promise<ProjectReadings> {
  const stored = await database().codebookVersion.findMany({
    where: { projectId: project.id },
    orderBy: { version: "asc" },
  });
  const codebooks = stored.map((row) => ({ ...toCodebookVersion(row), publishedAt: row.createdAt.toISOString() }));
  const names = await readNames(project.id, codebooks);
  const documents = await readDocuments(project, { codebooks, merges });
  return { sequence, codebooks, names, documents };
}
