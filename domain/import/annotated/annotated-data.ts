import type { Codebook } from "@/domain/codebook/codebook";
import type { DatasetEvent, DatasetSpeaker } from "@/domain/formats/dataset";
import type { FieldAnswers } from "@/domain/statement/statement";

/**
 * What a parser of annotated data says of its files, part by part: entities, codebooks and people before the first
 * document that names them, documents one at a time so that no file needs more memory than its largest document,
 * events last. A parser is a pure function that knows nothing of the project: whom a name is, whether a value exists, and
 * what is written is decided after it (server/bulk/import), and said in the report.
 */
export type AnnotatedPart =
  | { part: "codebook"; codebook: AnnotatedCodebook }
  | { part: "speaker"; speaker: AnnotatedSpeaker }
  | { part: "target"; target: AnnotatedTarget }
  | { part: "distinction"; distinction: AnnotatedDistinction }
  | { part: "document"; document: AnnotatedDocument }
  | { part: "event"; event: DatasetEvent }
  | { part: "table"; table: AnnotatedTable }
  | { part: "line"; line: ReportLine };

/** Of a table of statements: its columns, and which of them holds which part, so that somebody can choose otherwise. */
export interface AnnotatedTable {
  columns: readonly string[];
  parts: Readonly<Record<string, string | null>>;
}

/** A codebook version the file brings. Formats without numbers give 1. */
export interface AnnotatedCodebook {
  version: number;
  content: Codebook;
}

/**
 * A speaker the file tells more of than a name. Statements name a speaker by `key`; a key no such part was given for is
 * the speaker's name itself, which is looked for in the project's registry and added where it is not there.
 */
export interface AnnotatedSpeaker
  extends Omit<DatasetSpeaker, "id" | "organisationId" | "mergedIntoId" | "affiliations" | "externalIds"> {
  key: string;
  /** In our own format: the id it had, kept where it is free. */
  id: string | null;
  /** Scheme -> id there; absent: none. */
  externalIds?: Readonly<Record<string, string>>;
  /** Key of the speaker it belongs to. */
  organisation: string | null;
  /** Key of the speaker it was merged into. */
  mergedInto: string | null;
  affiliations: readonly {
    organisation: string;
    roleTitle: string | null;
    /** ISO days, inclusive; null is open. */
    validFrom: string | null;
    validTo: string | null;
  }[];
}

/** A target the file tells more of; else its key is the handle ("T1") or the wording of one of the project's, or a new wording. */
export interface AnnotatedTarget {
  key: string;
  id: string | null;
  /** Short handle, such as "T1"; null: the file has none. */
  handle: string | null;
  name: string;
  description: string | null;
  proposed: boolean;
  retired?: boolean;
  aliases?: readonly string[];
  /** Key of the target it stands under; absent: it stands at the top. */
  broader?: string | null;
  mergedInto: string | null;
}

/** Keys of two speakers, or two targets, that look alike and are not the same. */
export interface AnnotatedDistinction {
  first: string;
  second: string;
}

/** Where in the files something stands. */
export interface Place {
  /** Path within the ZIP or folder; the file's name when it is alone. */
  file: string;
  /** Line, from 1; null where the format has no lines to speak of. */
  line: number | null;
  /** What a person finds it by in that file: "T12", "annotation 3 of task 41", "statement 0191…"; "" when the line says it. */
  at: string;
}

/** An article with all that is said of it. */
export interface AnnotatedDocument {
  place: Place;
  /** Unique among the import's documents: an id, or the path of its text. */
  key: string;
  id: string | null;
  title: string | null;
  outlet: string | null;
  author: string | null;
  /** ISO day, YYYY-MM-DD. */
  published: string | null;
  url: string | null;
  /** BCP 47 tag. */
  language: string | null;
  /**
   * The text as the file has it, before it is normalised as always (byte order mark off, CRLF and CR to LF: offsets of
   * spans count in the text *after* that, see `normalisedOffsets`). Null: the file has annotations only, and the
   * project's article with this id, SHA-256 or title is meant.
   */
  text: string | null;
  /** SHA-256 of the normalised text, hex, where the file says it; checked. */
  sha256: string | null;
  replaces: string | null;
  createdAt: string | null;
  passes: readonly AnnotatedPass[];
  rulings: readonly AnnotatedRuling[];
  comments: readonly AnnotatedComment[];
  /** What reviewers put together as clusters, by statement keys. */
  groups: readonly AnnotatedGroup[];
}

/** One person's, or one agent's, pass over the document: what an assignment is in a project. */
export interface AnnotatedPass {
  /** Unique among the document's passes. */
  key: string;
  id: string | null;
  kind: "annotation" | "adjudication" | "suggestion";
  /** Whoever annotated, as the file calls them; of an agent "agent:name@version"; of gold "gold". */
  annotator: string;
  /** A reading that is not submitted is imported as it is and does not count; formats that do not say it: submitted. */
  state: "assigned" | "in_progress" | "submitted";
  submittedAt: string | null;
  unblindedAt: string | null;
  suggestionsShownAt: string | null;
  revision: number;
  statements: readonly AnnotatedStatement[];
}

export interface AnnotatedStatement {
  place: Place;
  /** Unique among the document's statements: links name it. */
  key: string;
  id: string | null;
  /** As the file numbers it; null: what the project's codebook is when it is imported. */
  codebookVersion: number | null;
  /** At least one with role "content"; without one the statement is listed and left out. */
  spans: readonly AnnotatedSpan[];
  /** Key of a speaker; null: none. "" is not a key. */
  speaker: string | null;
  /** Keys from the outlet to the origin; empty: the plain chain, outlet → speaker. */
  chain: readonly string[];
  stances: readonly AnnotatedStance[];
  /** Answers by the field's key (or its label), values by key (or label). What the codebook lacks is listed and left out. */
  fields: FieldAnswers;
  confidence: "sure" | "unsure";
  unsureComment: string | null;
  note: string;
  /** Keys of statements of the same document. */
  parent: string | null;
  sameClaimAs: string | null;
  derivedFrom: string | null;
  /** Of a suggestion: how sure its agent is, 0 to 1, and why. */
  score: number | null;
  reason: string | null;
  revision: number;
  createdAt: string | null;
  updatedAt: string | null;
}

/**
 * A fragment. With offsets: code points in the normalised text, end exclusive, and `quote` what the file says stands
 * there, which must be so (null: the file says nothing, the text is taken). Without offsets (-1, -1): `quote` must occur
 * exactly once in the text, or the statement is listed and left out.
 */
export interface AnnotatedSpan {
  role: string;
  start: number;
  end: number;
  quote: string | null;
}

export interface AnnotatedStance {
  /** Key of a target. */
  target: string;
  /** Key or label of a value of the scale; null: not chosen. */
  value: string | null;
  basis: string | null;
}

export interface AnnotatedRuling {
  place: Place;
  id: string | null;
  /** Keys of statements of the document. */
  members: readonly string[];
  /** Revision each member had, by its key. */
  memberRevisions: Readonly<Record<string, number>>;
  decision: string;
  /** Part → key of a statement, or "edited". */
  provenance: Readonly<Record<string, string>>;
  bases: Readonly<Record<string, string>>;
  reason: string;
  gold: string | null;
  adjudicator: string;
  batchId: string | null;
  revision: number;
  createdAt: string;
  updatedAt: string;
}

export interface AnnotatedComment {
  place: Place;
  id: string;
  /** Keys of a statement and a ruling's id, of an answer. */
  statement: string | null;
  ruling: string | null;
  /** Id of its thread's first comment; null: it is that. */
  thread: string | null;
  /** Of a first comment: keys of the cluster's statements. */
  members: readonly string[] | null;
  author: string;
  text: string;
  revision: number;
  createdAt: string;
  editedAt: string | null;
  resolvedAt: string | null;
}

export interface AnnotatedGroup {
  id: string;
  members: readonly string[];
  batchId: string;
  createdAt: string;
}

/**
 * One line of the report that is read before anything is written.
 * `maps`: comes in as something of ours; `new`: is added to the registry, people or codebook; `changed`: comes in, not as it
 * stands in the file; `lost`: does not come in; `stops`: nothing can be imported while it stands.
 */
export interface ReportLine extends Place {
  effect: "maps" | "new" | "changed" | "lost" | "stops";
  /** Stable machine name by which equal lines are counted together, such as `quote_mismatch`, `unknown_attribute`. */
  code: string;
  /** One sentence: what, and why. */
  message: string;
}
