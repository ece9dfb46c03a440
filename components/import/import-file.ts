import type { ColumnMapping, ImportInput, ImportPreview, PreviewedDocument } from "@/domain/contract/import";

/** A file that somebody brought, and how far it is. */
export interface ImportFile {
  key: string;
  file: File;
  state: "waiting" | "reading" | "read" | "failed";
  preview: ImportPreview | null;
  /** Why it could not be sent. */
  trouble: string | null;
  mapping: ColumnMapping | null;
}

/** What an article repeats: one of the project, or one that stands above it. */
export interface Repeated {
  title: string;
  /** The article of the project; null: it stands above. */
  documentId: string | null;
  same: boolean;
  likeness: number;
}

export type ImportMetadata = Pick<PreviewedDocument, "title" | "outlet" | "author" | "published" | "url" | "language">;

/** An article that was found in a file, with metadata as somebody left it. */
export interface ImportArticle {
  /** Its id once it is imported. */
  id: string;
  fileKey: string;
  document: PreviewedDocument;
  metadata: ImportMetadata;
  sketch: readonly number[];
  repeated: Repeated | null;
  /** It will be imported. */
  chosen: boolean;
}

/** The article as the API takes it. */
export function toImported({ id, document, metadata }: ImportArticle): ImportInput["documents"][number] {
  return { id, ...metadata, text: document.text };
}
