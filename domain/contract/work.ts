import * as z from "zod";
import { CodebookVersion } from "@/domain/codebook/codebook";
import { Problem, Statement, StatementContent } from "@/domain/statement/statement";
import { Registry } from "./registry";
import { Relation } from "./relation";
import { SuggestionMode } from "./suggestions";

export const DocumentSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  /** Code points. */
  length: z.int(),
  sha256: z.string(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const ArticleDocument = DocumentSummary.extend({ text: z.string() });
export type ArticleDocument = z.infer<typeof ArticleDocument>;

export const AssignmentState = z.enum(["assigned", "in_progress", "submitted"]);
export type AssignmentState = z.infer<typeof AssignmentState>;

export const Assignment = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  kind: z.enum(["annotation", "adjudication", "suggestion", "training"]),
  state: AssignmentState,
  submittedAt: z.iso.datetime().nullable(),
  /** Set when its holder saw others' work on the document before submitting. */
  unblindedAt: z.iso.datetime().nullable(),
  /** Set when its holder was first shown suggestions. */
  suggestionsShownAt: z.iso.datetime().nullable(),
  revision: z.int(),
});
export type Assignment = z.infer<typeof Assignment>;

/** One line of My work. */
export const AssignmentSummary = Assignment.extend({
  document: DocumentSummary,
  project: z.object({ id: z.uuid(), name: z.string() }),
  statementCount: z.int(),
  /** It is finished and its document settled: how its statements were ruled can be seen. */
  rulingsOpen: z.boolean(),
  /** By when it should be finished. */
  dueOn: z.iso.date().nullable(),
  /** Of one that its holder took and has not begun: until when it is kept for them. */
  leaseUntil: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type AssignmentSummary = z.infer<typeof AssignmentSummary>;

export const WorkList = z.object({ items: z.array(AssignmentSummary) });
export type WorkList = z.infer<typeof WorkList>;

/** All that the annotation screen needs, from GET /assignments/{assignmentId}. */
export const AnnotationView = z.object({
  assignment: Assignment,
  project: z.object({ id: z.uuid(), name: z.string() }),
  document: ArticleDocument,
  codebook: CodebookVersion,
  registry: Registry,
  statements: z.array(Statement),
  /** Whether the project offers suggestions. */
  suggestions: SuggestionMode,
  /** The caller's next unfinished assignment after this one, if any. */
  nextAssignmentId: z.uuid().nullable(),
  /** Everything up to this sequence of the project's events is in it: what to ask GET …/changes `after`. */
  sequence: z.int(),
});
export type AnnotationView = z.infer<typeof AnnotationView>;

/** Body of POST /assignments/{assignmentId}/statements. */
export const StatementInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  content: StatementContent,
  /** The suggestion it was made from, which its holder was shown. */
  derivedFromId: z.uuid().nullish(),
  relation: Relation.optional(),
});
export type StatementInput = z.infer<typeof StatementInput>;

/** Body of PUT /statements/{statementId}: compare-and-set on `revision`. */
export const StatementUpdate = z.object({
  operationId: z.uuid(),
  revision: z.int().min(1),
  content: StatementContent,
  relation: Relation.optional(),
});
export type StatementUpdate = z.infer<typeof StatementUpdate>;

/** Body of every move and deletion of a row that carries a revision. */
export const Move = z.object({ operationId: z.uuid(), revision: z.int().min(1) });
export type Move = z.infer<typeof Move>;

/** Body of DELETE /statements/{statementId} and POST /statements/{statementId}/restore. */
export const StatementMove = Move.extend({ relation: Relation.optional() });
export type StatementMove = z.infer<typeof StatementMove>;

/** Answer to a statement write. `problems` are of severity incomplete only: invalid ones are refused with 422. */
export const StatementSaved = z.object({ statement: Statement, problems: z.array(Problem), assignment: Assignment });
export type StatementSaved = z.infer<typeof StatementSaved>;

export const StatementDeleted = z.object({ id: z.uuid(), revision: z.int(), assignment: Assignment });
export type StatementDeleted = z.infer<typeof StatementDeleted>;

export const AssignmentMoved = z.object({ assignment: Assignment });
export type AssignmentMoved = z.infer<typeof AssignmentMoved>;
