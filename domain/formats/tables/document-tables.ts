import type { DatasetArticle, DatasetAssignment, DatasetComment, DatasetRuling } from "../dataset";
import { columnKinds } from "./column-kinds";
import { perDocument } from "./table-plan";

const article = columnKinds<DatasetArticle>();

export const documentsTable = perDocument(
  {
    name: "documents",
    description: "The articles: what is known of them, and their text, in which all offsets count code points",
    primaryKey: ["id"],
    // The one a document replaces may be outside the dataset, so that column refers to nothing.
    columns: [
      article.someText("id", "Id of the document", ({ id }) => id),
      article.someText("title", "Title", ({ title }) => title),
      article.text("outlet", "Outlet", ({ outlet }) => outlet),
      article.text("author", "Author", ({ author }) => author),
      article.date("published", "Day of publication", ({ published }) => published),
      article.text("url", "Address", ({ url }) => url),
      article.text("language", "Language, BCP 47", ({ language }) => language),
      article.someText("sha256", "SHA-256 of the text in UTF-8", ({ sha256 }) => sha256),
      article.someWhole("length", "Length of the text in code points", ({ length }) => length),
      article.text("replaces_id", "Id of the document it corrects", ({ replacesId }) => replacesId),
      article.someTime("created_at", "When it was added", ({ createdAt }) => createdAt),
      article.someText("text", "The whole text", ({ text }) => text),
    ],
  },
  (document) => [document.article],
);

const assignment = columnKinds<DatasetAssignment>();

export const assignmentsTable = perDocument(
  {
    name: "assignments",
    description: "Finished readings, gold and suggestions, also those in which nothing was marked",
    primaryKey: ["id"],
    references: [{ columns: ["document_id"], table: "documents" }],
    columns: [
      assignment.someText("id", "Id of the assignment", ({ id }) => id),
      assignment.someText("document_id", "Id of the document", ({ documentId }) => documentId),
      assignment.someText("layer", "annotation, adjudication (gold) or suggestion", ({ kind }) => kind),
      assignment.someText("annotator", "Who made it", ({ annotator }) => annotator),
      assignment.someText("state", "assigned, in_progress or submitted", ({ state }) => state),
      assignment.someFlag("blind", "The annotator had not seen others' work", ({ blind }) => blind),
      assignment.someFlag("with_suggestions", "Suggestions were shown", ({ withSuggestions }) => withSuggestions),
      assignment.time("submitted_at", "When it was finished", ({ submittedAt }) => submittedAt),
    ],
  },
  ({ assignments }) => assignments,
);

const ruling = columnKinds<DatasetRuling>();

export const rulingsTable = perDocument(
  {
    name: "rulings",
    description: "What the adjudicator decided on each cluster",
    primaryKey: ["id"],
    references: [
      { columns: ["document_id"], table: "documents" },
      { columns: ["gold_statement_id"], table: "statements" },
    ],
    columns: [
      ruling.someText("id", "Id of the ruling", ({ id }) => id),
      ruling.someText("document_id", "Id of the document", ({ documentId }) => documentId),
      ruling.someText("adjudicator", "Who decided", ({ adjudicator }) => adjudicator),
      ruling.someText(
        "decision",
        "accepted, mixed, edited, no_statement or both_defensible",
        ({ decision }) => decision,
      ),
      ruling.text("reason", "Why", ({ reason }) => reason || null),
      ruling.text("gold_statement_id", "Id of the gold statement", ({ goldStatementId }) => goldStatementId),
      ruling.someFlag("stale", "A statement of the cluster changed after it", ({ stale }) => stale),
      ruling.someWhole("revision", "How many times it was written", ({ revision }) => revision),
      ruling.someTime("created_at", "When it was made", ({ createdAt }) => createdAt),
      ruling.someTime("updated_at", "When it was last changed", ({ updatedAt }) => updatedAt),
    ],
  },
  ({ rulings }) => rulings,
);

const member = columnKinds<{ rulingId: string; statementId: string; revision: number | null }>();

export const rulingMembersTable = perDocument(
  {
    name: "ruling_members",
    description: "The statements of the readings that a ruling is about",
    primaryKey: ["ruling_id", "statement_id"],
    // Members are in the dataset only where readings are.
    references: [{ columns: ["ruling_id"], table: "rulings" }],
    columns: [
      member.someText("ruling_id", "Id of the ruling", ({ rulingId }) => rulingId),
      member.someText("statement_id", "Id of the statement", ({ statementId }) => statementId),
      member.whole("statement_revision", "The revision it had then", ({ revision }) => revision),
    ],
  },
  ({ rulings }) =>
    rulings.flatMap(({ id, memberIds, memberRevisions }) =>
      memberIds.map((statementId) => ({ rulingId: id, statementId, revision: memberRevisions[statementId] ?? null })),
    ),
);

const comment = columnKinds<DatasetComment>();

export const commentsTable = perDocument(
  {
    name: "comments",
    description: "What was said about documents, statements and rulings",
    primaryKey: ["id"],
    references: [
      { columns: ["document_id"], table: "documents" },
      { columns: ["statement_id"], table: "statements" },
      { columns: ["ruling_id"], table: "rulings" },
    ],
    columns: [
      comment.someText("id", "Id of the comment", ({ id }) => id),
      comment.someText("document_id", "Id of the document", ({ documentId }) => documentId),
      comment.text("statement_id", "Id of the statement it is about", ({ statementId }) => statementId),
      comment.text("thread_id", "Id of the first comment of its thread", ({ threadId }) => threadId),
      comment.text("ruling_id", "Id of the ruling it is about", ({ rulingId }) => rulingId),
      comment.someText("author", "Who said it", ({ author }) => author),
      comment.someText("text", "What was said", ({ text }) => text),
      comment.someTime("created_at", "When it was said", ({ createdAt }) => createdAt),
      comment.time("resolved_at", "When it was settled", ({ resolvedAt }) => resolvedAt),
    ],
  },
  ({ comments }) => comments,
);
