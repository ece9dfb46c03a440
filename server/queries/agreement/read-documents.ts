import { createHash } from "node:crypto";
import { STATISTICS_FORMAT } from "@/domain/agreement/stored-statistics";
import { version } from "@/package.json";
import type * as rows from "@/prisma/generated/sqlite/client";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { type KeptRow, readKeptRows } from "@/server/rows/kept-statistics-rows";
import { type FinishedRow, readFinishedRows } from "@/server/rows/reading-rows";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { heldOf } from "./held-document";
import type { FinishedPass, PublishedCodebook, ReadDocument } from "./project-readings";
import { type ComparedPass, readComparedStatements } from "./read-compared-statements";
import type { Merges } from "./read-merges";

interface Readings {
  codebooks: readonly PublishedCodebook[];
  merges: Merges;
  /** Default: all of the project's. */
  documentIds?: readonly string[];
}

/** Documents with their finished passes, in the project's order. Where the database keeps what they add up to, nothing is counted. */
export async function readDocuments(
  project: rows.Project,
  { codebooks, merges, documentIds }: Readings,
): Promise<Map<string, ReadDocument>> {
  const db = database();
  // Before the statements: what changes in between changes a pass's revision as well, and with it the fingerprint.
  const [finished, documents, keptRows] = await Promise.all([
    readFinishedRows(db, project.id, documentIds),
    db.document.findMany({
      where: { projectId: project.id, ...(documentIds && { id: { in: [...documentIds] } }) },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      omit: { text: true },
    }),
    // Of documents that have just changed nothing is kept that still holds.
    documentIds ? [] : readKeptRows(db, project.id),
  ]);
  const passesOf = new Map<string, FinishedRow[]>();
  for (const row of finished) {
    const own = passesOf.get(row.documentId);
    if (own) own.push(row);
    else passesOf.set(row.documentId, [row]);
  }
  const keptOf = new Map(keptRows.map((row) => [row.documentId, row]));
  const fingerprints = new Map(
    documents.map(({ id }) => [id, fingerprintOf(passesOf.get(id) ?? [], codebooks.at(-1)?.id ?? "", merges)]),
  );
  const holds = (id: string) => keptOf.get(id)?.fingerprint === fingerprints.get(id);
  const uncounted = documents.filter(({ id }) => passesOf.has(id) && !holds(id)).map(({ id }) => id);
  const compared = await readComparedStatements(uncounted, codebooks, merges);

  const toPass = passMaker(project, codebooks);
  const read = new Map<string, ReadDocument>();
  for (const row of documents) {
    const own = passesOf.get(row.id) ?? [];
    const kept = holds(row.id) ? keptOf.get(row.id) : undefined;
    const facts = kept ? readFacts(kept) : new Map(own.map(({ id }) => [id, factsOf(compared.get(id))]));
    const document: ReadDocument = {
      summary: toDocumentSummary(row),
      passes: own.map((one) => toPass(one, facts.get(one.id) ?? [0, null])),
      fingerprint: fingerprints.get(row.id) ?? "",
    };
    const held = heldOf(document);
    held.kept = kept?.statistics ?? null;
    held.statements = kept ? null : new Map(own.map(({ id }) => [id, compared.get(id)?.statements ?? []]));
    read.set(row.id, document);
  }
  return read;
}

/** How many statements a pass has, and the version of the newest codebook among them. */
type Facts = readonly [statements: number, version: number | null];

const factsOf = (pass: ComparedPass | undefined): Facts => [pass?.statements.length ?? 0, pass?.version ?? null];

/** Facts by assignment, as `KeptStatistics.passes` has them. */
export function writeFacts(passes: readonly FinishedPass[]): string {
  return JSON.stringify(
    passes.map(({ assignmentId, statements, version }) => [assignmentId, [statements, statements ? version : null]]),
  );
}

const readFacts = ({ passes }: Pick<KeptRow, "passes">): Map<string, Facts> => new Map(JSON.parse(passes));

/**
 * What a document's statistics are made from. A finished pass is changed only by reopening it, and each of its moves raises
 * its revision; texts, and codebooks once published, never change. Another release of the product may read a statement
 * otherwise, so it counts anew as well.
 */
function fingerprintOf(passes: readonly FinishedRow[], codebookId: string, { key }: Merges): string {
  const parts = passes.map(({ id, revision, unblindedAt }) => `${id} ${revision} ${unblindedAt === null}`);
  return createHash("sha256")
    .update([STATISTICS_FORMAT, version, codebookId, key, ...parts.sort()].join("\n"))
    .digest("hex");
}

function passMaker(project: rows.Project, codebooks: readonly PublishedCodebook[]) {
  const pseudonyms = new Map<string, string>();
  const nameOf = (id: string) => {
    const name = pseudonyms.get(id) ?? pseudonym(project, id);
    pseudonyms.set(id, name);
    return name;
  };
  return (row: FinishedRow, [statements, version]: Facts): FinishedPass => {
    const finishedAt = (row.submittedAt ?? row.updatedAt).toISOString();
    const inForce = codebooks.findLast((codebook) => codebook.publishedAt <= finishedAt) ?? codebooks[0];
    return {
      assignmentId: row.id,
      documentId: row.documentId,
      userId: row.userId,
      annotatorId: nameOf(row.userId ?? row.id),
      finishedAt,
      version: version ?? inForce?.version ?? 1,
      blind: row.unblindedAt === null,
      withSuggestions: row.suggestionsShownAt !== null,
      statements,
    };
  };
}
