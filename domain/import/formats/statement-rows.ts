import type { AnnotatedPart, Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { AnnotatedFile, ParseOptions, StatementColumns } from "@/domain/import/annotated/annotated-format";
import { buildDocument, type ForeignArticle, textInData } from "../foreign/build-document";
import type { CodebookNames } from "../foreign/codebook-names";
import { findArticleText } from "../foreign/find-article-text";
import {
  emptyGroup,
  type ForeignGroup,
  type ForeignMark,
  type ForeignReading,
  noCoding,
  reportLine,
} from "../foreign/foreign-data";
import { dayOf, positionOf, sha256Of, textOf, timeOf, uuidOf } from "../foreign/json-values";

/** A passage as a row tells it: without positions it is searched by its words. */
export interface RowPassage {
  role: string;
  start: number;
  end: number;
  quote: string | null;
}

/** A statement, or one of its stances, as a row tells it. */
export interface StatementRow {
  place: Place;
  article: ForeignArticle;
  text: string | null;
  annotator: string;
  layer: string;
  /** Rows of one id, document and annotator are one statement; null: the row is one of its own. */
  id: string | null;
  passages: RowPassage[];
  coding: ReturnType<typeof noCoding>;
  parent: string | null;
  sameClaimAs: string | null;
  createdAt: string | null;
  updatedAt: string | null;
}

interface Units {
  units: ForeignReading["units"];
  alike?: (words: string) => string;
}

interface Document {
  article: ForeignArticle;
  text: string | null;
  place: Place;
  readings: Map<string, { reading: ForeignReading; groups: Map<string, ForeignGroup> }>;
}

/** The documents that rows are of, with the statements that rows of one id are together. */
export async function* documentsOfRows(
  rows: Iterable<StatementRow>,
  {
    files,
    options,
    names,
    counting,
  }: { files: readonly AnnotatedFile[]; options: ParseOptions; names: CodebookNames; counting: Units },
): AsyncGenerator<AnnotatedPart> {
  const documents = new Map<string, Document>();
  for (const row of rows) {
    const { article, text, place } = row;
    const key = article.id ?? article.sha256 ?? article.url ?? article.title ?? text ?? "";
    const document = documents.get(key) ?? { article, text, place, readings: new Map() };
    documents.set(key, document);
    addRow(document, row, counting);
  }
  for (const [key, { article, text, place, readings }] of documents) {
    const found =
      text === null
        ? await findArticleText(files, options, article)
        : { text: textInData(text), article, isKnown: false };
    yield* buildDocument(
      {
        ...{ place, key: key.slice(0, 200), article: { ...article, ...found?.article }, text: found?.text ?? null },
        isKnown: found?.isKnown ?? false,
        readings: [...readings.values()].map(({ reading }) => reading),
      },
      names,
    );
  }
}

function addRow(document: Document, row: StatementRow, { units, alike }: Units): void {
  const { annotator, layer, place, passages, coding } = row;
  const kind =
    layer === "adjudication" || annotator === "gold" ? "adjudication" : layer === "suggestion" ? layer : "annotation";
  const whose = `${kind}:${annotator}`;
  let held = document.readings.get(whose);
  if (!held) {
    const reading: ForeignReading = {
      ...{ annotator, kind, state: "submitted", submittedAt: null, units, partsAtLineEnds: false },
      ...{ marks: [], groups: [], links: [], place: { ...place, line: null, at: annotator } },
      ...(alike && { alike }),
    };
    held = { reading, groups: new Map() };
    document.readings.set(whose, held);
  }
  const { reading, groups } = held;
  const id = row.id ?? `${place.file} ${place.line}`;
  const known = groups.get(id);
  if (known) {
    // A further stance of the same statement: what else the row says, the first one has said.
    for (const stance of coding.stances) known.coding.stances.push(stance);
    return;
  }
  const group = emptyGroup(id, "Statement", place);
  group.coding = { ...coding, statementId: uuidOf(row.id) };
  Object.assign(group, {
    parent: row.parent,
    sameClaimAs: row.sameClaimAs,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  });
  for (const [index, { role, start, end, quote }] of passages.entries()) {
    const mark: ForeignMark = {
      id: `${id} ${index}`,
      label: role,
      ranges: [{ start, end }],
      quote,
      coding: noCoding(),
      place,
    };
    if (Number.isNaN(start) && Number.isNaN(end))
      Object.assign(mark, { ranges: [], around: { before: "", after: "" } });
    reading.marks.push(mark);
    group.members.push({ role: null, mark: mark.id, place });
  }
  groups.set(id, group);
  reading.groups.push(group);
}

/** A row of cells, by the column of each part. */
export function readCells(cells: ReadonlyMap<string, string>, columns: StatementColumns, place: Place): StatementRow {
  const cell = (part: string) => textOf(cells.get(columns[part] ?? "") ?? null);
  const coding = noCoding();
  const chain = cell("chain")?.split(" > ") ?? [];
  const speaker = cell("speaker_name");
  // A name may hold the sign between names: then the chain cannot be told.
  if (speaker !== null && chain.at(-1) === speaker) {
    coding.speakers = chain;
    coding.outlet = chain[0] ?? null;
  } else if (speaker !== null) coding.speakers = [speaker];
  // A handle means another target in another project.
  const target = cell("stance_target") ?? cell("stance_target_key");
  if (target !== null) {
    coding.stances.push({ target, value: cell("stance_value"), basis: cell("stance_basis"), place });
  } else if (cell("stance_value") !== null) {
    coding.answers.push({ name: "stance", value: cell("stance_value") ?? "", place });
  }
  for (const [part, column] of Object.entries(columns)) {
    if (!part.startsWith("field_") || column === null) continue;
    const value = textOf(cells.get(column) ?? null);
    if (value !== null) coding.answers.push({ name: part.slice("field_".length), value, place });
  }
  const confidence = cell("confidence");
  if (confidence === "unsure") coding.unsure = cells.get(columns.unsure_comment ?? "") ?? "";
  else if (confidence !== null && confidence !== "sure")
    coding.answers.push({ name: "confidence", value: confidence, place });
  const note = cells.get(columns.note ?? "") ?? "";
  if (note !== "") coding.notes.push(note);
  return {
    place,
    article: {
      id: uuidOf(cell("document_id")),
      sha256: sha256Of(cell("document_sha256")),
      title: cell("document_title") ?? (uuidOf(cell("document_id")) ? null : cell("document_id")),
      url: cell("document_url"),
      published: dayOf(cell("document_published")),
      outlet: cell("document_outlet"),
      author: cell("document_author"),
    },
    text: cells.get(columns.document_text ?? "") || null,
    annotator: cell("annotator") ?? "annotator",
    layer: cell("layer") ?? "annotation",
    id: cell("statement_id"),
    passages: passagesOf(cells, columns),
    coding,
    parent: cell("parent_id"),
    sameClaimAs: cell("same_claim_as_id"),
    createdAt: timeOf(cell("created_at")),
    updatedAt: timeOf(cell("updated_at")),
  };
}

function passagesOf(cells: ReadonlyMap<string, string>, columns: StatementColumns): RowPassage[] {
  const roles = new Set(
    Object.entries(columns).flatMap(([part, column]) => {
      const role = /^(.+)_(?:start|quote|fragments)$/.exec(part)?.[1];
      return role && column !== null ? [role] : [];
    }),
  );
  return [...roles].flatMap((role): RowPassage[] => {
    const cell = (part: string) => cells.get(columns[`${role}_${part}`] ?? "") ?? "";
    const pieces = piecesIn(cell("fragments"));
    if (pieces) return pieces.map((piece) => ({ role, ...piece }));
    const quote = cell("quote");
    if (quote === "" && cell("start") === "") return [];
    return [
      { role, start: positionIn(cell("start")), end: positionIn(cell("end")), quote: quote === "" ? null : quote },
    ];
  });
}

/** Of an empty cell none; of one that is no position a place outside of any text. */
function positionIn(cell: string): number {
  const position = positionOf(cell.trim());
  return cell !== "" && Number.isNaN(position) ? -1 : position;
}

/** The pieces of a passage as our own tables have them, in JSON; null: it is none of that. */
function piecesIn(cell: string): Omit<RowPassage, "role">[] | null {
  if (!cell.startsWith("[")) return null;
  try {
    const list: unknown = JSON.parse(cell);
    if (!Array.isArray(list)) return null;
    return list.map((one) => ({
      start: positionOf(Object(one).start),
      end: positionOf(Object(one).end),
      quote: typeof Object(one).quote === "string" ? Object(one).quote : null,
    }));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What a row says that tells no passage, or no document. */
export function problemsOf(row: StatementRow): ReportLine[] {
  const { article, text, passages, place } = row;
  if (passages.length === 0) {
    return [reportLine("lost", "content_missing", place, "The row tells no passage; it is left out.")];
  }
  const isNamed = [article.id, article.sha256, article.title, article.url, text].some((one) => one !== null);
  return isNamed
    ? []
    : [reportLine("lost", "document_missing", place, "The row does not say of which article it is; it is left out.")];
}
