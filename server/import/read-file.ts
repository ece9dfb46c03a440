import {
  type ColumnMapping,
  type FileKind,
  IMPORT_DOCUMENT_LIMIT,
  type ReadDocument,
  type ReadProblem,
} from "@/domain/contract/import";
import { type Draft, toDocument } from "./draft";
import { ReadError } from "./read-error";
import { readDocx } from "./readers/read-docx";
import { readHtml } from "./readers/read-html";
import { readMarkdown } from "./readers/read-markdown";
import { readPdf } from "./readers/read-pdf";
import { readCsv, readJson, readJsonl, type Table } from "./readers/read-table";
import { readText } from "./readers/read-text";
import { recognise } from "./recognise";
import { refuseAnnotated } from "./refuse-annotated";
import { Inflater, listEntries } from "./zip-entries";

export interface ReadFile {
  documents: ReadDocument[];
  problems: ReadProblem[];
  table: { columns: string[]; mapping: ColumnMapping | null } | null;
}

export interface FileToRead {
  name: string;
  bytes: Uint8Array;
  mapping?: ColumnMapping;
}

/**
 * The articles of a file, and what of it cannot be read: never throws. Reads bytes only: no other file, no address.
 * Runs in a process of its own (import-worker.ts), because what libraries do with hostile files has no other limit.
 */
export async function readFile({ name, bytes, mapping }: FileToRead): Promise<ReadFile> {
  try {
    const { kind, note } = recognise(name, bytes);
    if (kind === "zip") return await readZip(bytes, mapping);
    return await readOne({ name, bytes, mapping }, kind, "", note);
  } catch (error) {
    return { documents: [], problems: [{ place: "", message: explain(error) }], table: null };
  }
}

type OneKind = Exclude<FileKind, "zip">;

const TABLES: Readonly<Partial<Record<FileKind, (bytes: Uint8Array, mapping?: ColumnMapping) => Table>>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJsonl,
};

const TEXTS: Readonly<Partial<Record<FileKind, (bytes: Uint8Array) => Draft | Promise<Draft>>>> = {
  txt: readText,
  markdown: readMarkdown,
  html: readHtml,
  pdf: readPdf,
  docx: readDocx,
};

/** Kinds that annotated data comes in too. */
const TEXTUAL: readonly FileKind[] = ["txt", "csv", "json", "jsonl"];

async function readOne(file: FileToRead, kind: OneKind, path: string, note: string | null): Promise<ReadFile> {
  const { name, bytes, mapping } = file;
  if (TEXTUAL.includes(kind)) refuseAnnotated(path || name, bytes);
  const readTable = TABLES[kind];
  if (!readTable) {
    const draft = await (TEXTS[kind] ?? readText)(bytes);
    const notes = [note, ...(draft.notes ?? [])];
    return { documents: [toDocument({ ...draft, notes }, kind, path, name)], problems: [], table: null };
  }
  const { columns, mapping: understood, drafts, problems } = readTable(bytes, mapping);
  const placed = (place: string) => [path, place].filter(Boolean).join(", ");
  const found: ReadFile = {
    documents: [],
    problems: problems.map((problem) => ({ ...problem, place: placed(problem.place) })),
    table: { columns, mapping: understood },
  };
  for (const { place, draft } of drafts) {
    try {
      found.documents.push(toDocument({ ...draft, notes: [note, ...(draft.notes ?? [])] }, kind, placed(place), name));
    } catch (error) {
      found.problems.push({ place: placed(place), message: explain(error) });
    }
  }
  return found;
}

/** What systems add to a ZIP beside what people put in. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** Each file of a ZIP on its own: a bad one is told and the others are read. */
async function readZip(bytes: Uint8Array, mapping?: ColumnMapping): Promise<ReadFile> {
  const found: ReadFile = { documents: [], problems: [], table: null };
  const inflater = new Inflater(bytes);
  for (const entry of listEntries(bytes).filter(({ name }) => !BESIDE.test(name))) {
    const place = entry.name.toWellFormed().replaceAll("\0", "␀").slice(0, 500);
    try {
      if (entry.refused) throw new ReadError(entry.refused);
      const inflated = inflater.inflate(entry);
      const { kind, note } = recognise(entry.name, inflated);
      if (kind === "zip") throw new ReadError("It is a ZIP in a ZIP: unpack it first.");
      const read = await readOne({ name: place, bytes: inflated, mapping }, kind, place, note);
      found.documents.push(...read.documents);
      found.problems.push(...read.problems);
    } catch (error) {
      found.problems.push({ place, message: explain(error) });
    }
  }
  if (found.documents.length > IMPORT_DOCUMENT_LIMIT) {
    throw new ReadError(`The ZIP holds more than ${IMPORT_DOCUMENT_LIMIT} articles; split it.`);
  }
  if (found.documents.length + found.problems.length === 0) throw new ReadError("The ZIP is empty.");
  return found;
}

/** Whatever a library throws over a hostile file says nothing to a person. */
function explain(error: unknown): string {
  return error instanceof ReadError ? error.message : "It cannot be read: it is damaged, or not what its name says.";
}
