import type { AnnotatedPass, Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { Range } from "@/domain/text/span";

/*
 * What files of other tools say of a text, before it is held against that text and the codebook: labels and names as
 * they are written there, positions in the unit of the file. Every format is read into this; what follows is the same
 * for all (place-marks.ts, assemble-statements.ts).
 */

export type OffsetUnit = "unicode_code_point" | "utf16_code_unit";

/** An answer under the names of the file. */
export interface ForeignAnswer {
  name: string;
  value: string | number | boolean | readonly string[];
  place: Place;
}

export interface ForeignStance {
  /** Id, handle or wording of a target. */
  target: string;
  value: string | null;
  basis: string | null;
  place: Place;
}

/** What is coded of a passage or of a statement. */
export interface ForeignCoding {
  answers: ForeignAnswer[];
  /** Names or keys of speakers, from the outlet to the origin; of a format without chains, the speaker alone. */
  speakers: string[];
  /** Which of them is the article's own voice; null: nothing says it. */
  outlet: string | null;
  stances: ForeignStance[];
  notes: string[];
  /** Null: nothing is said of it; else why it is unsure, or "". */
  unsure: string | null;
  /** The id of the statement where it was exported from a project like this. */
  statementId: string | null;
}

/** A marked passage, in one or several pieces. */
export interface ForeignMark {
  id: string;
  label: string;
  /** In the unit of the reading, end exclusive, as the file has them: perhaps outside the text. */
  ranges: readonly Range[];
  /** The words that the file says are covered, pieces joined by a space; null: it says none. */
  quote: string | null;
  /** What stands around it, where the file gives no position: with the quote it must be found exactly once. */
  around?: { before: string; after: string };
  coding: ForeignCoding;
  place: Place;
}

/** Passages that the file itself ties together: an event, a feature structure, an annotation with several targets. */
export interface ForeignGroup {
  id: string;
  label: string;
  /** `role`: what the tie is called; null: the label of the mark says it. */
  members: { role: string | null; mark: string; place: Place }[];
  /** Id of a group, or of a mark of its content. */
  parent: string | null;
  sameClaimAs: string | null;
  coding: ForeignCoding;
  createdAt: string | null;
  updatedAt: string | null;
  place: Place;
}

/** A tie between two marks. */
export interface ForeignLink {
  label: string;
  from: string;
  to: string;
  place: Place;
}

/** What one annotator, or a program, made of one text. */
export interface ForeignReading {
  annotator: string;
  kind: "annotation" | "adjudication" | "suggestion";
  state: AnnotatedPass["state"];
  /** ISO time; null: not said. */
  submittedAt: string | null;
  /** The units in which positions may count: first the one that the format says. */
  units: readonly OffsetUnit[];
  /** The format parts a passage at line ends and tabs: pieces with nothing else between them are one. */
  partsAtLineEnds: boolean;
  /** What words are compared as, where the format does not write all of them as they are; absent: line ends as spaces. */
  alike?: (words: string) => string;
  marks: ForeignMark[];
  groups: ForeignGroup[];
  links: ForeignLink[];
  place: Place;
}

/** An answer, speaker or note to add to; says nothing yet. */
export const noCoding = (): ForeignCoding => ({
  ...{ answers: [], speakers: [], stances: [], notes: [] },
  ...{ outlet: null, unsure: null, statementId: null },
});

/** A group of nothing yet, with what most formats do not say left open. */
export const emptyGroup = (id: string, label: string, place: Place): ForeignGroup => ({
  ...{ id, label, members: [], parent: null, sameClaimAs: null },
  ...{ coding: noCoding(), createdAt: null, updatedAt: null, place },
});

/** A line of the report about a place in a file. */
export const reportLine = (effect: ReportLine["effect"], code: string, place: Place, message: string): ReportLine => ({
  ...{ effect, code },
  ...{ file: place.file, line: place.line, at: place.at },
  message,
});
