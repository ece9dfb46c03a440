import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotatedPart, AnnotatedSpeaker } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
} from "@/domain/import/annotated/annotated-format";
import { CodebookNames } from "../foreign/codebook-names";
import { reportLine } from "../foreign/foreign-data";
import { dayOf, textOf } from "../foreign/json-values";
import { documentsOfRows, problemsOf, readCells, type StatementRow } from "./statement-rows";
import { readCsvRows, type TableRow } from "./table-rows";

/** Parts of a statement by the columns of an event list; our own export adds the last two. */
const COLUMNS = {
  document_title: "document_title",
  document_author: "document_author",
  document_outlet: "document_source",
  annotator: "coder",
  content_start: "start_position",
  content_end: "stop_position",
  content_quote: "text",
  stance_target: "concept",
  layer: "layer",
};

/**
 * The event list of Discourse Network Analyzer: a row per statement, its concept as target, its agreement (1, 0) as the
 * value of the stance scale that is for, or against. Positions are UTF-16 units. Texts are files called like the article,
 * or articles of the project: the list has none.
 */
export const dnaImport: AnnotatedFormat = {
  key: "dna-events",
  name: "DNA event list",
  recognise(files, head) {
    const isList = (file: AnnotatedFile) =>
      /\.csv$/i.test(file.name) &&
      ["statement_id", "start_position", "stop_position", "coder"].every((name) =>
        firstLine(head(file)).includes(name),
      );
    return files.some(isList) ? 1 : 0;
  },
  async *parse(files, options) {
    const names = new CodebookNames(options.codebook);
    const rows: StatementRow[] = [];
    const speakers = new Map<string, AnnotatedSpeaker>();
    for (const file of files.filter(({ name }) => /\.csv$/i.test(name))) {
      const table = await readCsvRows(file);
      for (const line of table.lines) yield { part: "line", line };
      yield* sayVariables(file.name, table.columns);
      for (const row of table.rows) {
        const { statement, lines } = readEvent(row, options.codebook, speakers);
        for (const line of [...lines, ...problemsOf(statement)]) yield { part: "line", line };
        if (problemsOf(statement).length === 0) rows.push(statement);
      }
    }
    if (rows.length === 0) throw new AnnotatedFormatError("No row of these files is a statement of DNA.");
    for (const speaker of speakers.values()) yield { part: "speaker", speaker };
    const counting = { units: ["utf16_code_unit", "unicode_code_point"] as const, alike: asDnaWrites };
    yield* documentsOfRows(rows, { files, options, names, counting });
  },
};

const firstLine = (head: string) => head.split(/\r?\n/, 1)[0] ?? "";

/** DNA writes a comma for `;`, an apostrophe for `"`, and each event on a line. */
const asDnaWrites = (words: string) =>
  words
    .replaceAll(";", ",")
    .replaceAll('"', "'")
    .replace(/[\r\n]+/g, " ");

const KNOWN = new Set([
  ...Object.values(COLUMNS),
  ...["statement_id", "time", "person", "organization", "agreement", "document_id", "document_section"],
  ...["document_type", "offset_unit", "sayso_statement_id", "sayso_document_id"],
]);

function* sayVariables(file: string, columns: readonly string[]): Generator<AnnotatedPart> {
  for (const column of columns.filter((one) => !KNOWN.has(one))) {
    const place = { file, line: 1, at: column };
    yield { part: "line", line: reportLine("lost", "column", place, `The variable “${column}” is not read.`) };
  }
}

function readEvent({ cells, place }: TableRow, codebook: Codebook, speakers: Map<string, AnnotatedSpeaker>) {
  const cell = (name: string) => textOf(cells.get(name) ?? null);
  const statement = readCells(cells, COLUMNS, place);
  const lines = [];
  const [person, organisation] = [cell("person"), cell("organization")];
  const speaker = person ?? organisation;
  if (speaker !== null) statement.coding.speakers = [speaker];
  if (organisation !== null)
    addSpeaker(speakers, { name: organisation, kind: "organisation", organisation: null }, codebook);
  if (person !== null) addSpeaker(speakers, { name: person, kind: "person", organisation }, codebook);
  const agreement = cell("agreement");
  const [stance] = statement.coding.stances;
  if (stance && agreement !== null) {
    stance.value = agreement === "1" || agreement === "0" ? valueFor(codebook, agreement === "1") : null;
    if (stance.value === null) {
      const message = `The agreement “${agreement.slice(0, 40)}” is no one value of the stance scale; the stance is left open.`;
      lines.push(reportLine("lost", "unknown_stance", place, message));
    }
  }
  const own = readCells(cells, { document_id: "sayso_document_id", statement_id: "sayso_statement_id" }, place);
  statement.article.id = own.article.id ?? null;
  statement.article.title ??= cell("document_id");
  statement.article.published = dayOf(cell("time")?.slice(0, 10));
  statement.id = own.id ?? cell("statement_id");
  return { statement, lines };
}

function addSpeaker(
  speakers: Map<string, AnnotatedSpeaker>,
  { name, kind, organisation }: Pick<AnnotatedSpeaker, "name" | "kind" | "organisation">,
  { speaker }: Codebook,
): void {
  if (speakers.has(name) || !speaker.kinds.some(({ key }) => key === kind)) return;
  speakers.set(name, {
    ...{ key: name, id: null, name, kind, organisation, fixed: false, aliases: [], affiliations: [] },
    ...{ roleTitle: null, sector: null, function: null, country: null, notes: null, mergedInto: null },
  });
}

/** The value of the scale that is for its target, or against: the only one with such a score, or the one called so. */
function valueFor({ stance }: Codebook, isFor: boolean): string | null {
  const values = stance.values.filter(
    ({ score, retired }) => !retired && (isFor ? (score ?? 0) > 0 : (score ?? 0) < 0),
  );
  const [only, ...others] = values;
  if (only && others.length === 0) return only.key;
  return values.find(({ key }) => key === (isFor ? "support" : "oppose"))?.key ?? null;
}
