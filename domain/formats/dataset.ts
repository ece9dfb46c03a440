import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { Ruling } from "@/domain/contract/review";
import type { ArticleDocument, Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";

/** A finished pass over a document: a reading, gold, or what an agent suggested. */
export interface DatasetAssignment extends Assignment {
  /** Pseudonym of the annotator within the project; "gold" for the adjudication; "agent:name@version" for a program. */
  annotator: string;
  /** False when the annotator saw others' work first. */
  blind: boolean;
  /** True when the annotator was shown suggestions. */
  withSuggestions: boolean;
}

/** The suggestion that a statement was made from, or is. */
export interface Origin {
  suggestionId: string;
  agent: string;
  version: string;
  /** 0 to 1: an order of trust, not a probability. */
  score: number | null;
  reason: string | null;
  /** Something that was suggested is no longer so; what was left open and filled in does not count. */
  changed: boolean;
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
  /** By statement id, for those that were suggested. */
  origins: ReadonlyMap<string, Origin>;
  rulings: (Ruling & { adjudicator: string })[];
}
