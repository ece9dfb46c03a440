import * as z from "zod";
import type { AnnotatedPart, Place, ReportLine } from "../annotated-data";
import { type AnnotatedFile, type AnnotatedFormat, AnnotatedFormatError } from "../annotated-format";
import {
  AssignmentRow,
  CodebookRow,
  CommentRow,
  DistinctionRow,
  DocumentRow,
  EventRow,
  GroupRow,
  RulingRow,
  SpeakerRow,
  StatementRow,
  TargetRow,
} from "./dataset-rows";
import { indexJson, type JsonIndex } from "./json-scan";
import { RowCursor } from "./row-cursor";
import { pick, toDocument, toEvent, toPass, toSpeaker, toTarget } from "./sayso-parts";

const FORMAT = /"format"\s*:\s*"sayso-dataset"/;

/**
 * Our own JSON, whole: what an export says comes in again with its ids, authors, times, revisions, rulings, comments and
 * history. Lists are read side by side in the order of the documents, as exports have them, so that a file of any size
 * takes no more memory than its largest document.
 */
export const saysoJson: AnnotatedFormat = {
  key: "json",
  name: "Sayso JSON",
  recognise: (files, head) => (files.some((file) => isDataset(file, head)) ? 1 : 0),
  parse,
};

function isDataset(file: AnnotatedFile, head: (file: AnnotatedFile) => string): boolean {
  return file.name.endsWith(".json") && FORMAT.test(head(file));
}

const Head = z.object({
  format: z.literal("sayso-dataset"),
  schema_version: z.int(),
  offset_unit: z.literal("unicode_code_point"),
  project: z.object({ id: z.string(), name: z.string() }),
  choices: z.object({ times: z.string() }).optional(),
});

/** The newest version of the format that this reads. */
const SCHEMA_VERSION = 1;

async function* parse(files: readonly AnnotatedFile[]): AsyncGenerator<AnnotatedPart> {
  const found: { file: AnnotatedFile; index: JsonIndex; head: z.infer<typeof Head> }[] = [];
  for (const file of files.filter(({ name }) => name.endsWith(".json"))) {
    // A bundle has other JSON beside it.
    if (!FORMAT.test(await beginning(file))) continue;
    const index = await indexJson(file);
    const head = Head.safeParse(Object.fromEntries(index.values));
    if (head.success) found.push({ file, index, head: head.data });
  }
  const [dataset, ...others] = found;
  if (!dataset) throw new AnnotatedFormatError("None of the files is a dataset that Sayso wrote as JSON.");
  if (others.length > 0) throw new AnnotatedFormatError("There are several datasets: import them one after the other.");
  if (dataset.head.schema_version > SCHEMA_VERSION) {
    throw new AnnotatedFormatError("This dataset was written by a newer version of Sayso: update this one first.");
  }
  yield* parseDataset(dataset);
}

async function beginning(file: AnnotatedFile): Promise<string> {
  for await (const chunk of file.chunks()) return new TextDecoder().decode(chunk.subarray(0, 4096));
  return "";
}

interface DatasetFile {
  file: AnnotatedFile;
  index: JsonIndex;
  head: z.infer<typeof Head>;
}

async function* parseDataset({ file, index, head }: DatasetFile): AsyncGenerator<AnnotatedPart> {
  const place = (line: number, at: string): Place => ({ file: file.name, line, at });
  const cursor = <T>(list: string, shape: z.ZodType<T>) => new RowCursor(file, list, index.lists.get(list), shape);
  if (head.choices?.times === "day")
    yield said(place(1, "choices"), "times_by_day", "The file tells times by the day only.");

  const codebooks = cursor("codebooks", CodebookRow);
  for (let row = await codebooks.take(); row; row = await codebooks.take()) {
    yield { part: "codebook", codebook: row.value };
  }
  yield* linesOf(codebooks);
  const speakers = cursor("registry.speakers", SpeakerRow);
  for (let row = await speakers.take(); row; row = await speakers.take())
    yield { part: "speaker", speaker: toSpeaker(row.value) };
  yield* linesOf(speakers);
  const targets = cursor("registry.targets", TargetRow);
  for (let row = await targets.take(); row; row = await targets.take())
    yield { part: "target", target: toTarget(row.value) };
  yield* linesOf(targets);
  const distinctions = cursor("registry.distinctions", DistinctionRow);
  for (let row = await distinctions.take(); row; row = await distinctions.take())
    yield { part: "distinction", distinction: { first: row.value.first_id, second: row.value.second_id } };
  yield* linesOf(distinctions);

  const documents = cursor("documents", DocumentRow);
  const about = {
    assignments: cursor("assignments", AssignmentRow),
    statements: cursor("statements", StatementRow),
    rulings: cursor("rulings", RulingRow),
    comments: cursor("comments", CommentRow),
    groups: cursor("groups", GroupRow),
  };
  for (let row = await documents.take(); row; row = await documents.take()) {
    const { id } = row.value;
    const ofDocument = (value: { document_id: string }) => value.document_id === id;
    const assignments = await about.assignments.takeWhile(ofDocument);
    const own = new Set(assignments.map(({ value }) => value.id));
    const statements = await about.statements.takeWhile(({ assignment_id }) => own.has(assignment_id));
    const rulings = await about.rulings.takeWhile(ofDocument);
    const comments = await about.comments.takeWhile(ofDocument);
    const groups = await about.groups.takeWhile(ofDocument);
    for (const { line, value } of statements) {
      if (value.origin && value.derived_from_id === null && value.origin.suggestion_id !== value.id) {
        const message = `It was made from a suggestion of ${value.origin.agent} that is not in the file; that is not kept.`;
        yield {
          part: "line",
          line: { ...place(line, `statement ${value.id}`), effect: "lost", code: "origin", message },
        };
      }
    }
    yield {
      part: "document",
      document: {
        ...toDocument(row, place),
        passes: assignments.map(({ value }) =>
          toPass(
            value,
            statements.filter((statement) => statement.value.assignment_id === value.id),
            place,
          ),
        ),
        rulings: rulings.map(({ line, value }) => ({
          place: place(line, `ruling ${value.id}`),
          id: value.id,
          members: value.member_ids,
          memberRevisions: value.member_revisions,
          ...pick(value, "decision", "provenance", "bases", "reason", "adjudicator", "revision"),
          gold: value.gold_statement_id,
          batchId: value.batch_id,
          createdAt: value.created_at,
          updatedAt: value.updated_at,
        })),
        comments: comments.map(({ line, value }) => ({
          place: place(line, `comment ${value.id}`),
          ...pick(value, "id", "author", "text", "revision"),
          statement: value.statement_id,
          ruling: value.ruling_id,
          thread: value.thread_id,
          members: value.member_ids,
          createdAt: value.created_at,
          editedAt: value.edited_at,
          resolvedAt: value.resolved_at,
        })),
        groups: groups.map(({ value }) => ({
          id: value.id,
          members: value.member_ids,
          batchId: value.batch_id,
          createdAt: value.created_at,
        })),
      },
    };
    for (const list of Object.values(about)) yield* linesOf(list);
  }
  yield* linesOf(documents);
  for (const [list, rest] of Object.entries(about)) yield* strays(rest, list, place);

  const events = cursor("events", EventRow);
  for (let row = await events.take(); row; row = await events.take()) {
    yield { part: "event", event: toEvent(row.value, head.project.id) };
  }
  yield* linesOf(events);
}

function* linesOf(cursor: { lines: ReportLine[] }): Generator<AnnotatedPart> {
  for (const line of cursor.lines.splice(0)) yield { part: "line", line };
}

/** Rows that belong to no document of the file, or come after another document's. */
async function* strays(
  cursor: RowCursor<unknown>,
  list: string,
  place: (line: number, at: string) => Place,
): AsyncGenerator<AnnotatedPart> {
  for (let row = await cursor.take(); row; row = await cursor.take()) {
    const { id } = row.value as { id: string };
    const message = `It belongs to no document of the file, or stands out of the order of the documents; it is left out.`;
    yield {
      part: "line",
      line: { ...place(row.line, `${list} ${id}`), effect: "lost", code: `stray_${list}`, message },
    };
  }
  yield* linesOf(cursor);
}

const said = (place: Place, code: string, message: string): AnnotatedPart => ({
  part: "line",
  line: { ...place, effect: "changed", code, message },
});
