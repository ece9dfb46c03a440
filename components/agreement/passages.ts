/** Which passages stand behind a figure: the parameters of the API beside the filters. */
export interface PassageChoice {
  /** Heading of the list. */
  title: string;
  /** `statements`, `text`, or an attribute. */
  about: string;
  show?: "differing" | "same" | "all";
  a?: string;
  b?: string;
  /** Two annotators. */
  pair?: string;
  /** One annotator, against all the others. */
  by?: string;
  /** YYYY-MM */
  month?: string;
  /** One document instead of all that are chosen. */
  documents?: string;
}

/** Opens the list of passages. */
export type OpenPassages = (choice: PassageChoice) => void;
