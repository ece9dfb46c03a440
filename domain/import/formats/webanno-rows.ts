import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import { reportLine } from "../foreign/foreign-data";
import { shorten } from "../foreign/shorten";

/** A layer that the header declares, with the columns it has, counted from the first after the token. */
export interface WebAnnoLayer {
  kind: "span" | "chain" | "relation";
  name: string;
  /** Features in the order of their columns; slots take two, the second for where they lead. */
  columns: readonly string[];
  from: number;
}

export interface WebAnnoRow {
  /** `2-3`, of parts of a token `2-3.1`. */
  token: string;
  start: number;
  end: number;
  form: string;
  cells: readonly string[];
  place: Place;
}

export interface WebAnnoSentence {
  text: string;
  /** The whole tokens, then what they are parted into, in the order of the file. */
  rows: WebAnnoRow[];
  place: Place;
}

export interface WebAnnoFile {
  layers: WebAnnoLayer[];
  sentences: WebAnnoSentence[];
  lines: ReportLine[];
}

/** Whether a text begins as the format does. */
export const isWebAnno = (head: string): boolean => /^\uFEFF?#FORMAT=WebAnno TSV 3\.[0-9]/.test(head);

/** The header and the rows of a file; lines that are neither are told. */
export function readWebAnnoRows(file: string, written: string): WebAnnoFile {
  const found: WebAnnoFile = { layers: [], sentences: [], lines: [] };
  let sentence: WebAnnoSentence | null = null;
  let width = 0;
  for (const [index, line] of written
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const text = line.replace(/\r$/, "");
    const place = { file, line: index + 1, at: "" };
    const layer = /^#T_(SP|CH|RL)=([^|]*)\|?(.*)$/.exec(text);
    if (layer) {
      const kind = layer[1] === "SP" ? "span" : layer[1] === "CH" ? "chain" : "relation";
      const columns = (layer[3] ?? "").split("|");
      found.layers.push({ kind, name: layer[2] ?? "", columns, from: width });
      width += columns.length;
    } else if (text.startsWith("#Text=")) {
      const words = unescaped(text.slice("#Text=".length));
      if (sentence && sentence.rows.length === 0) sentence.text += `\n${words}`;
      else {
        sentence = { text: words, rows: [], place };
        found.sentences.push(sentence);
      }
    } else if (text !== "" && !text.startsWith("#")) {
      const [token = "", range = "", form = "", ...cells] = text.split("\t");
      const positions = /^(\d{1,15})-(\d{1,15})$/.exec(range);
      if (!sentence || !positions || !/^\d{1,9}-\d{1,9}(?:\.\d{1,9})?$/.test(token)) {
        const message = `“${shorten(text)}” is no row of a token; it is left out.`;
        found.lines.push(reportLine("lost", "unknown_line", place, message));
        continue;
      }
      const [start, end] = [Number(positions[1]), Number(positions[2])];
      sentence.rows.push({ token, start, end, form: unescaped(form), cells, place: { ...place, at: token } });
    }
  }
  return found;
}

const SIGNS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };

/** What an escaped value says. */
export const unescaped = (value: string): string =>
  value.replace(/\\(->|[\s\S])/g, (_, sign: string) => (Object.hasOwn(SIGNS, sign) ? (SIGNS[sign] ?? sign) : sign));

/** A cell parted at a sign that is not escaped. */
export function partedAt(cell: string, sign: "|" | ";"): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < cell.length; at += 1) {
    if (cell[at] === "\\") at += 1;
    else if (cell[at] === sign) {
      parts.push(cell.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, cell.slice(from)];
}

/** A value and the number in brackets behind it, which tells annotations apart; null: it has none. */
export function numbered(part: string): { value: string; number: string | null } {
  const found = /^([\s\S]*)\[(\d{1,9}(?:_\d{1,9})?)\]$/.exec(part);
  // `\[` is a bracket of the value.
  if (!found || /(?:^|[^\\])(?:\\\\)*\\$/.test(found[1] ?? "")) return { value: part, number: null };
  return { value: found[1] ?? "", number: found[2] ?? null };
}
