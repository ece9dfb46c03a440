/** A report as data: what it says, apart from the format it is written in. Texts are plain. */
export type ReportBlock =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; caption: string; header: string[]; rows: string[][] };

export interface Report {
  title: string;
  blocks: ReportBlock[];
}
