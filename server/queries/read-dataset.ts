import type { ExportQuery } from "@/domain/contract/export";
import type { Dataset, DatasetAssignment } from "@/domain/formats/dataset";
import type { Statement } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatements } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { toArticleDocument, toAssignment, toCodebookVersion } from "@/server/rows/work-rows";
import { hiddenName, hidesAnnotators } from "./name-annotators";
import { readOrigins } from "./read-origins";
import { readReviewState } from "./read-readings";

/**
 * A project's dataset: documents, finished readings and/or gold, rulings with gold. Gold counts from its first ruling on;
 * its assignment's state says whether every cluster is settled. Errors: 404, 403, 409 own_reading_unfinished.
 */
export async function readDataset(actor: Actor, projectId: string, layers: ExportQuery["layers"]): Promise<Dataset> {
  const db = database();
  const { project, role } = await openProject(db, actor, projectId, "dataset.export");
  // Managers keep the list of who is who; a reviewer could tell by an export what the review hides.
  const isHidden = role !== "manager" && hidesAnnotators(project);
  const documents = await db.document.findMany({ where: { projectId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  const assignmentRows = await db.assignment.findMany({
    where: {
      document: { projectId },
      OR: [
        ...(layers === "adjudication" ? [] : [{ kind: "annotation", state: "submitted" }]),
        ...(layers === "annotation" ? [] : [{ kind: "adjudication" }]),
        ...(layers === "all" ? [{ kind: "suggestion" }] : []),
      ],
    },
  });
  const position = new Map(documents.map((document) => [document.id, document.position]));
  const assignments = assignmentRows
    .map((row) => ({ row, assignment: toDatasetAssignment(project, row, isHidden) }))
    .sort(
      (a, b) =>
        (position.get(a.row.documentId) ?? 0) - (position.get(b.row.documentId) ?? 0) ||
        compare(a.assignment, b.assignment),
    );
  const live = await readStatements(
    db,
    assignmentRows.map(({ id }) => id),
  );
  const stored = assignments.flatMap(({ row }) => live.get(row.id) ?? []);
  const statements = withinDataset(stored);
  const versions = new Set(statements.map((statement) => statement.codebookVersion));
  const codebook = await currentCodebook(db, projectId);
  versions.add(codebook.version);
  const codebooks = await db.codebookVersion.findMany({
    where: { projectId, version: { in: [...versions] } },
    orderBy: { version: "asc" },
  });
  return {
    project: { id: project.id, name: project.name },
    codebooks: codebooks.map(toCodebookVersion).map(({ version, content }) => ({ version, content })),
    registry: await readRegistry(db, projectId),
    documents: documents.map(toArticleDocument),
    assignments: assignments.map(({ assignment }) => assignment),
    statements,
    origins: await readOrigins(db, projectId, stored),
    rulings: layers === "annotation" ? [] : await readRulings(project, documents, codebook),
  };
}

function toDatasetAssignment(project: rows.Project, row: rows.Assignment, isHidden: boolean): DatasetAssignment {
  const annotator =
    row.kind === "adjudication"
      ? "gold"
      : row.kind === "suggestion"
        ? row.holder
        : isHidden
          ? hiddenName(project, row.id)
          : pseudonym(project, row.userId ?? row.id);
  const blind = row.kind === "annotation" && row.unblindedAt === null;
  return { ...toAssignment(row), annotator, blind, withSuggestions: row.suggestionsShownAt !== null };
}

const LAYERS = ["annotation", "adjudication", "suggestion"];

const compare = (a: DatasetAssignment, b: DatasetAssignment) =>
  LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind) || (a.annotator < b.annotator ? -1 : 1);

/** Links to a statement that is not in the dataset (deleted, or of a layer left out) are dropped. */
function withinDataset(statements: Statement[]): Statement[] {
  const ids = new Set(statements.map((statement) => statement.id));
  const known = (id: string | null) => (id !== null && ids.has(id) ? id : null);
  return statements.map((statement) => ({
    ...statement,
    parentId: known(statement.parentId),
    sameClaimAsId: known(statement.sameClaimAsId),
    derivedFromId: known(statement.derivedFromId),
  }));
}

async function readRulings(
  project: rows.Project,
  documents: rows.Document[],
  codebook: Parameters<typeof readReviewState>[3],
) {
  const db = database();
  const rulings: Dataset["rulings"] = [];
  for (const document of documents) {
    const state = await readReviewState(db, project, document.id, codebook);
    const actors = await db.ruling.findMany({
      where: { documentId: document.id, deletedAt: null },
      select: { id: true, actorId: true },
    });
    const actorOf = new Map(actors.map(({ id, actorId }) => [id, actorId]));
    for (const ruling of state.rulings) {
      rulings.push({ ...ruling, adjudicator: pseudonym(project, actorOf.get(ruling.id) ?? ruling.id) });
    }
  }
  return rulings;
}
