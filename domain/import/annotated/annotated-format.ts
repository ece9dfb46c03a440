import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotatedPart } from "./annotated-data";

/** One of the files that are imported together: of a ZIP each of its entries, in their order. */
export interface AnnotatedFile {
  /** Path with "/" between folders; the file's name when it is alone. */
  name: string;
  /** Bytes. */
  size: number;
  bytes(): Promise<Uint8Array>;
  /** The whole text, its encoding told as for articles; byte order mark off, line ends as they are. Throws where it is no text. */
  text(): Promise<string>;
  /** The bytes from one of them on, in pieces, for files too large to hold; a piece may end within a character. */
  chunks(from?: number): AsyncIterable<Uint8Array>;
}

/** Which column of a table of statements holds what; null: none does. */
export interface StatementColumns {
  [part: string]: string | null;
}

export interface ParseOptions {
  /** The project's newest codebook, for formats whose names must be told apart by it (roles, fields, values). */
  codebook: Codebook;
  /** What somebody chose; absent: guessed from the names of columns, which the report says. */
  columns?: StatementColumns;
  /**
   * The text, as stored, of the project's article that has this id, SHA-256, address or title, the first that any has; null:
   * none, or several. For formats that bring annotations without their texts, and positions in units that only the text tells.
   */
  findText?(article: ArticleReference): Promise<{ id: string; text: string } | null>;
}

/** What a file says of an article whose text it does not bring. */
export interface ArticleReference {
  id: string | null;
  sha256: string | null;
  url: string | null;
  title: string | null;
}

/**
 * A format annotated data is read from. `parse` never guesses: what it cannot place it gives as a report line and goes
 * on; a file that is not of the format at all throws AnnotatedFormatError with a sentence. It reads each file as few
 * times as it can and holds no more than a document and the file's own index.
 */
export interface AnnotatedFormat {
  key: string;
  /** As a person knows it: "brat standoff". */
  name: string;
  /**
   * How surely the files are of this format: 0 not, 1 surely. Told from names and the first characters of each file, of
   * which `head` gives up to 4,096.
   */
  recognise(files: readonly AnnotatedFile[], head: (file: AnnotatedFile) => string): number;
  parse(files: readonly AnnotatedFile[], options: ParseOptions): AsyncIterable<AnnotatedPart>;
}

/** The files are not what the format asks for; the message is a sentence for who brought them. */
export class AnnotatedFormatError extends Error {
  override name = "AnnotatedFormatError";
}
