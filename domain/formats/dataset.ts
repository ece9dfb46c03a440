import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { Ruling } from "@/domain/contract/review";
import type { ArticleDocument, Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";

/** A finished pass over a document: a reading, or gold. */
export interface DatasetAssignment extends Assignment {
  /** Pseudonym of the annotator within the project; "gold" for the adjudication. */
  annotator: string;
  /** False when the annotator saw others' work first. */
  blind: boolean;
}

/**
 * What an export holds, in memory. Every list is in a total order (documents by position, assignments by annotator,
 * statements by start, end, id), so that the same data gives the same bytes.
 */
export interface Dataset {
  project: { id: string; name: string };
  /** All versions the statements were coded under, by number. */
  codebooks: { version: number; content: Codebook }[];
  registry: Registry;
  documents: ArticleDocument[];
  assignments: DatasetAssignment[];
  statements: Statement[];
  rulings: (Ruling & { adjudicator: string })[];
}
