import type { Codebook } from "@/domain/codebook/codebook";
import type { Speaker, Target } from "@/domain/contract/registry";
import type { Ruling } from "@/domain/contract/review";
import type { ArticleDocument, Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";

/** An article as it is exported: with what an import needs to put it back where it was. */
export interface DatasetArticle extends ArticleDocument {
  replacesId: string | null;
  createdAt: string;
}

/** A speaker with what only the registry keeps. */
export interface DatasetSpeaker extends Speaker {
  notes: string | null;
  /** Scheme -> id there. */
  externalIds: Readonly<Record<string, string>>;
  /** Where they belonged and when: ISO days, inclusive; null is open. */
  affiliations: readonly {
    organisationId: string;
    roleTitle: string | null;
    validFrom: string | null;
    validTo: string | null;
  }[];
}

export interface DatasetRegistry {
  speakers: readonly DatasetSpeaker[];
  targets: readonly Target[];
  /** Entries of one list that look alike and are not the same: by id, the one that sorts first first. */
  distinctions?: readonly Distinction[];
}

export interface Distinction {
  firstId: string;
  secondId: string;
}

/** A finished pass over a document: a reading, gold, or what an agent suggested. */
export interface DatasetAssignment extends Assignment {
  /** Who annotated, under a pseudonym of the project or by name; "gold" for the adjudication; "agent:name@version" for a program. */
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

export interface DatasetRuling extends Omit<Ruling, "changes"> {
  adjudicator: string;
  /** Part of the gold statement -> whose reading it was taken from, where it was. */
  takenFrom: Readonly<Record<string, string>>;
  /** The revision each member had when it was ruled on, by id. */
  memberRevisions: Readonly<Record<string, number>>;
  createdAt: string;
}

export interface DatasetComment {
  id: string;
  documentId: string;
  /** Of an answer: the annotator's statement, and the ruling it is to. */
  statementId: string | null;
  rulingId: string | null;
  /** Its thread's first comment; null: it is that. */
  threadId: string | null;
  /** Of a first comment: the cluster's statements when it was written. */
  memberIds: readonly string[] | null;
  author: string;
  text: string;
  revision: number;
  createdAt: string;
  editedAt: string | null;
  resolvedAt: string | null;
}

/** One change of the project's history, as it was hashed. */
export interface DatasetEvent {
  /** The project in whose chain it was written: of imported history another one than the dataset's. */
  projectId: string;
  /** Its place in that chain; a dataset of some layers has gaps. */
  sequence: number;
  operationId: string;
  actor: string;
  action: string;
  subjectType: string;
  subjectId: string;
  assignmentId: string | null;
  before: unknown;
  after: unknown;
  relation: unknown;
  at: string;
  hash: string;
}

/** Statements that a reviewer put together as one cluster, or alone, against how they lie in the text. */
export interface DatasetGroup {
  id: string;
  documentId: string;
  memberIds: readonly string[];
  batchId: string;
  createdAt: string;
}

/** One document with all that is exported of it; small enough to be held whole. */
export interface DatasetDocument {
  article: DatasetArticle;
  /** By layer (annotation, adjudication, suggestion), then annotator. */
  assignments: readonly DatasetAssignment[];
  /** In the order of the assignments, then by start and id. */
  statements: readonly Statement[];
  /** By statement id, for those that were suggested. */
  origins: ReadonlyMap<string, Origin>;
  rulings: readonly DatasetRuling[];
  comments: readonly DatasetComment[];
  groups: readonly DatasetGroup[];
}

/** What was chosen to be in a dataset, as its files say it. */
export interface DatasetChoices {
  layers: "annotation" | "adjudication" | "both" | "all";
  people: "pseudonyms" | "names";
  times: "exact" | "day";
}

/**
 * What an export holds. Documents are read one after the other, again from the start at each call, and come in a total
 * order with everything in them, so that the same data gives the same bytes and no file needs more memory than a document.
 */
export interface Dataset {
  project: { id: string; name: string };
  choices: DatasetChoices;
  /** All versions the statements were coded under and the newest, by number. */
  codebooks: readonly { version: number; content: Codebook }[];
  /** Everything, also what no statement of the dataset names and what was merged. */
  registry: DatasetRegistry;
  documents(parts?: DocumentParts): AsyncIterable<DatasetDocument>;
  /** The fields and roles to make columns of: those asked for, or that are on in a codebook or that a statement uses. */
  columns(): Promise<DatasetColumns>;
  /** The history of the assignments and rulings in it; nothing where times or annotators are not to be told. */
  events(): AsyncIterable<DatasetEvent>;
}

export interface DocumentParts {
  /** Articles and assignments only: with neither statements nor what is about them. */
  headsOnly?: boolean;
}

export interface DatasetColumns {
  /** Field keys in the order of the newest codebook that has them. */
  fields: readonly string[];
  roles: readonly RoleColumns[];
}

export interface RoleColumns {
  key: string;
  /** May have more than one fragment. */
  several: boolean;
}
