import { Codebook, type CodebookVersion } from "@/domain/codebook/codebook";
import type { ArticleDocument, Assignment, DocumentSummary } from "@/domain/contract/work";
import type * as rows from "@/prisma/generated/sqlite/client";

export function toAssignment(row: rows.Assignment): Assignment {
  return {
    id: row.id,
    documentId: row.documentId,
    kind: row.kind as Assignment["kind"],
    state: row.state as Assignment["state"],
    submittedAt: row.submittedAt?.toISOString() ?? null,
    unblindedAt: row.unblindedAt?.toISOString() ?? null,
    suggestionsShownAt: row.suggestionsShownAt?.toISOString() ?? null,
    revision: row.revision,
  };
}

export function toDocumentSummary(row: Omit<rows.Document, "text">): DocumentSummary {
  const { id, title, outlet, author, published, url, language, length, sha256 } = row;
  return { id, title, outlet, author, published, url, language, length, sha256 };
}

export function toArticleDocument(row: rows.Document): ArticleDocument {
  return { ...toDocumentSummary(row), text: row.text };
}

export function toCodebookVersion(row: rows.CodebookVersion): CodebookVersion {
  return { id: row.id, version: row.version, message: row.message, content: Codebook.parse(row.content) };
}
