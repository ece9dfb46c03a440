import type { AgreementPass, AgreementStatement } from "@/domain/agreement/agreement-document";
import { toAgreementStatement } from "@/domain/agreement/describe-attributes";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { DocumentSummary } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";
import { database } from "@/server/database/client";
import { perProcess } from "@/server/per-process";
import { pseudonym } from "@/server/pseudonym";
import { headOf } from "@/server/queries/list-change-notices";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { toCodebookVersion, toDocumentSummary } from "@/server/rows/work-rows";

/** A finished pass over a document, also one that marked nothing. Annotators are told apart by their pseudonyms. */
export interface FinishedPass extends AgreementPass {
  documentId: string;
  userId: string | null;
  finishedAt: string;
  /** Number of the newest codebook its statements were coded under; of an empty pass the one in force when it was finished. */
  version: number;
  /** False when its annotator saw others' work first. */
  blind: boolean;
  withSuggestions: boolean;
}

export interface ReadDocument {
  summary: DocumentSummary;
  passes: FinishedPass[];
}

/** A codebook and when it came into force. */
export type PublishedCodebook = CodebookVersion & { publishedAt: string };

export interface ProjectReadings {
  /** The project's events up to this one are in it. */
  sequence: number;
  /** By version. */
  codebooks: PublishedCodebook[];
  /** By document id, in the project's order. A document's object is the same as long as its readings are. */
  documents: ReadonlyMap<string, ReadDocument>;
}

/** Projects kept; the one not asked for the longest goes first. */
const KEPT = 8;
/** Documents whose statements are read at once. */
const STEP = 100;

const held = perProcess<Map<string, Promise<ProjectReadings>>>("project-readings", () => new Map());

/**
 * The finished passes of a project with their statements, kept between calls. The project's events tell what has changed
 * since: after one edit only that document is read again.
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

async function bringUpToDate(project: rows.Project, known: ProjectReadings | null): Promise<ProjectReadings> {
  // Before the rows: what is written in between is read once more the next time.
  const sequence = await headOf(project.id);
  if (known?.sequence === sequence) return known;
  const changed = known && (await changedDocuments(project.id, known));
  if (known && changed) {
    if (changed.length === 0) return { ...known, sequence };
    const fresh = await readDocuments(project, known.codebooks, changed);
    const documents = new Map([...known.documents].map(([id, document]) => [id, fresh.get(id) ?? document] as const));
    return { ...known, sequence, documents };
  }
  const db = database();
  const codebooks = await db.codebookVersion.findMany({
    where: { projectId: project.id },
    orderBy: { version: "asc" },
  });
  const ids = await db.document.findMany({
    where: { projectId: project.id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const versions = codebooks.map((row) => ({ ...toCodebookVersion(row), publishedAt: row.createdAt.toISOString() }));
  const documents = await readDocuments(
    project,
    versions,
    ids.map(({ id }) => id),
  );
  return { sequence, codebooks: versions, documents };
}

/** Documents with a finished pass that came, went or changed; null when more than passes changed. */
async function changedDocuments(projectId: string, known: ProjectReadings): Promise<string[] | null> {
  const events = await database().event.findMany({
    where: { projectId, sequence: { gt: known.sequence } },
    select: { subjectType: true, subjectId: true, assignmentId: true, action: true },
  });
  const assignmentIds = new Set<string>();
  for (const { subjectType, subjectId, assignmentId, action } of events) {
    // A new name in the registry is on no finished statement yet; anything else there may be a merge.
    if (["speaker", "target"].includes(subjectType) && action.endsWith(".created")) continue;
    if (["document", "codebook", "speaker", "target"].includes(subjectType)) return null;
    if (subjectType === "assignment") assignmentIds.add(subjectId);
    else if (assignmentId) assignmentIds.add(assignmentId);
  }
  const assignments = await database().assignment.findMany({
    where: { id: { in: [...assignmentIds] }, kind: "annotation" },
    select: { id: true, documentId: true, state: true },
  });
  const wasFinished = ({ id, documentId }: { id: string; documentId: string }) =>
    known.documents.get(documentId)?.passes.some((pass) => pass.assignmentId === id);
  return [
    ...new Set(
      assignments.filter((one) => one.state === "submitted" || wasFinished(one)).map(({ documentId }) => documentId),
    ),
  ];
}

async function readDocuments(
  project: rows.Project,
  codebooks: readonly PublishedCodebook[],
  ids: readonly string[],
): Promise<Map<string, ReadDocument>> {
  const db = database();
  const rootOf = await readMerges(project.id);
  const read = new Map<string, ReadDocument>();
  for (let from = 0; from < ids.length; from += STEP) {
    const chunk = ids.slice(from, from + STEP);
    const documents = await db.document.findMany({ where: { id: { in: chunk } }, omit: { text: true } });
    const finished = { kind: "annotation", state: "submitted", documentId: { in: chunk } };
    const assignments = await db.assignment.findMany({
      where: finished,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    });
    const statements = await readStatementRows(db, { deletedAt: null, assignment: finished });
    const rowsOf = groupBy(statements, (row) => row.assignmentId);
    const passesOf = groupBy(
      assignments.map((one) => toPass(project, one, rowsOf.get(one.id) ?? [], codebooks, rootOf)),
      (pass) => pass.documentId,
    );
    const byId = new Map(documents.map((document) => [document.id, document]));
    for (const id of chunk) {
      const document = byId.get(id);
      if (document) read.set(id, { summary: toDocumentSummary(document), passes: passesOf.get(id) ?? [] });
    }
  }
  return read;
}

function toPass(
  project: rows.Project,
  assignment: rows.Assignment,
  statementRows: Parameters<typeof toStatement>[0][],
  codebooks: readonly PublishedCodebook[],
  rootOf: (id: string) => string,
): FinishedPass {
  const latest = codebooks.at(-1);
  const versions = statementRows.map((row) => row.codebook.version);
  const finishedAt = (assignment.submittedAt ?? assignment.updatedAt).toISOString();
  const inForce = codebooks.findLast((codebook) => codebook.publishedAt <= finishedAt) ?? codebooks[0];
  return {
    assignmentId: assignment.id,
    documentId: assignment.documentId,
    userId: assignment.userId,
    annotatorId: pseudonym(project, assignment.userId ?? assignment.id),
    finishedAt,
    version: Math.max(...(versions.length > 0 ? versions : [inForce?.version ?? 1])),
    blind: assignment.unblindedAt === null,
    withSuggestions: assignment.suggestionsShownAt !== null,
    statements: statementRows.map((row) => {
      const statement = toStatement(row);
      const codebook = codebooks.find(({ version }) => version === statement.codebookVersion) ?? latest;
      if (!codebook) throw new RangeError(`statement ${statement.id} has no codebook`);
      return withRoots(toAgreementStatement(statement, codebook.content), rootOf);
    }),
  };
}

/** Merged speakers and targets count as the one that stands for them. */
function withRoots(statement: AgreementStatement, rootOf: (id: string) => string): AgreementStatement {
  const { speaker, target } = statement.labels;
  const labels = {
    ...statement.labels,
    speaker: speaker ? rootOf(speaker) : null,
    target: target ? rootOf(target) : null,
  };
  return { ...statement, labels };
}

/** Leads from a merged speaker or target to the one that stands for it. */
async function readMerges(projectId: string): Promise<(id: string) => string> {
  const where = { projectId, mergedIntoId: { not: null } };
  const select = { id: true, mergedIntoId: true };
  const merged = [
    ...(await database().speaker.findMany({ where, select })),
    ...(await database().target.findMany({ where, select })),
  ];
  const into = new Map(merged.map((row) => [row.id, row.mergedIntoId as string]));
  return (id) => {
    let root = id;
    // A circle of merges would be damage; following it must end all the same.
    for (let step = 0; step <= into.size && into.has(root); step += 1) root = into.get(root) as string;
    return root;
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
