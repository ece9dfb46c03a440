import type { Range } from "@/domain/text/span";

/** A statement as agreement sees it. */
export interface AgreementStatement {
  id: string;
  /** Content without edge punctuation (`comparableContent`), code points. At least one range. */
  ranges: readonly Range[];
  /** Attribute key -> label. Null or absent: not filled in, which is missing. An explicit "unknown" is a label. */
  labels: Readonly<Record<string, string | null>>;
}

/** One annotator's finished pass over a document; no statements means "read it and marked nothing", which is data. */
export interface AgreementPass {
  annotatorId: string;
  assignmentId: string;
  statements: readonly AgreementStatement[];
}

/** A document with its finished passes, at most one of each annotator. Who did not finish is left out: that is missing. */
export interface AgreementDocument {
  id: string;
  /** Changes whenever a pass does; kept with the statistics so that only changed documents are computed again. */
  revision: string;
  /** Length of the text in code points. */
  length: number;
  passes: readonly AgreementPass[];
}

/** Something annotators decide about each statement, and how far apart two labels of it are. */
export interface Attribute {
  key: string;
  measure: "nominal" | "ordinal" | "interval";
  /** The declared labels, also those off the scale. Empty where labels are open: speakers, numbers. */
  values: readonly string[];
  /**
   * Ordinal and interval: the declared levels from lowest to highest with their scores. A label that is not among them is
   * off the scale: missing for the scale, counted by the nominal coefficient. Empty with "interval": labels are numbers.
   */
  scale: readonly { value: string; score: number }[];
}
