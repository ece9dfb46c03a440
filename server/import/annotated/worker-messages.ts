import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import type { ArticleReference, StatementColumns } from "@/domain/import/annotated/annotated-format";

/** What the process that reads annotated data is given, once. */
export interface ReadingTask {
  files: { name: string; path: string }[];
  /** Where it may unpack what is packed; nobody else's, and removed afterwards. */
  folder: string;
  /** Null: to be told from the files. */
  format: string | null;
  codebook: Codebook;
  columns: StatementColumns | null;
}

/** What it says, one JSON value a line. */
export type ReadingLine =
  | { part: "format"; key: string; name: string }
  | AnnotatedPart
  | { part: "end" }
  /** It cannot go on; the message is for who brought the files. */
  | { part: "failed"; message: string; isUnknown: boolean };

/** What it asks: the text of an article of the project. */
export interface TextQuestion {
  number: number;
  article: ArticleReference;
}
export interface TextAnswer {
  number: number;
  found: { id: string; text: string } | null;
}
