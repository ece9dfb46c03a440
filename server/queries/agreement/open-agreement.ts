import type { Attribute } from "@/domain/agreement/agreement-document";
import { describeAttributes } from "@/domain/agreement/describe-attributes";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { AgreementQuery } from "@/domain/contract/agreement";
import { judge, may } from "@/domain/policy";
import type * as rows from "@/prisma/generated/sqlite/client";
import { BLIND, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { hidesAnnotators, nameAnnotators } from "@/server/queries/name-annotators";
import { type FinishedPass, type ProjectReadings, type ReadDocument, readProject } from "./project-readings";
import { type SelectedDocument, selectPasses } from "./select-passes";

export interface OpenAgreement {
  project: rows.Project;
  readings: ProjectReadings;
  /** The documents whose figures the actor may see, in the project's order. */
  documents: ReadDocument[];
  selected: SelectedDocument[];
  /** What annotators decide, by the codebook asked for or else the newest. */
  attributes: Attribute[];
  codebook: CodebookVersion;
  /** The actor's own unfinished blind readings: their documents are in none of the above. */
  closed: { assignmentId: string; revision: number; title: string }[];
  /** May see figures of single annotators. */
  mayCompare: boolean;
  /** The project hides from the actor who made which pass: nothing may be asked or told by annotator. */
  isMasked: boolean;
  /** What the actor reads of whose pass it is, as in review. */
  nameOf: (pass: Pick<FinishedPass, "assignmentId" | "userId">) => string;
}

/**
 * The passes a query is about. A document that the actor is still to read blind is left out, so that no count or figure
 * tells of the others' work on it. Errors: 404, 403 for annotators.
 */
export async function openAgreement(actor: Actor, projectId: string, query: AgreementQuery): Promise<OpenAgreement> {
  const db = database();
  const { project, role } = await openProject(db, actor, projectId, "agreement.read");
  const [own, readings, nameReading] = await Promise.all([
    db.assignment.findMany({
      where: { document: { projectId }, userId: actor.userId, kind: "annotation", ...BLIND },
      include: { document: { select: { title: true } } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    readProject(project),
    nameAnnotators(db, project),
  ]);
  const unread = new Set(own.map(({ documentId }) => documentId));
  const archived = project.archivedAt !== null;
  const mayReview = (readingBlind: boolean) =>
    judge("document.review", { role, own: false, readingBlind, archived, deleted: false }) === "allowed";
  const [mayRead, mayReadUnread] = [mayReview(false), mayReview(true)];
  const isOpen = ({ summary }: ReadDocument) => (unread.has(summary.id) ? mayReadUnread : mayRead);
  const codebook = readings.codebooks.find((one) => one.version === query.version) ?? readings.codebooks.at(-1);
  if (!codebook) throw conflict("no_codebook", "This project has no codebook yet; its manager has to publish one.");
  const documents = [...readings.documents.values()].filter(isOpen);
  const mayCompare = may("agreement.compare", role);
  const isMasked = hidesAnnotators(project) && !mayCompare;
  return {
    project,
    readings,
    documents,
    selected: selectPasses(documents, isMasked ? { ...query, annotators: undefined } : query),
    attributes: describeAttributes(codebook.content),
    codebook,
    closed: own.map(({ id, revision, document }) => ({ assignmentId: id, revision, title: document.title })),
    mayCompare,
    isMasked,
    nameOf: ({ assignmentId, userId }) => nameReading({ id: assignmentId, userId }),
  };
}
