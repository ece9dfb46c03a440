import type { Speaker, Target } from "@/domain/contract/registry";
import { type Belonging, organisationAt } from "@/domain/registry/organisation-at";
import { answerTo, unsureCommentOf } from "@/domain/statement/content";
import type { FieldAnswers, Stance, Statement } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";
import type { Dataset, DatasetAssignment, Origin, RoleColumns } from "../dataset";
import { type VerifiedDocument, verifiedDocuments } from "../verify-document";
import { columnKinds, noneIfEmpty } from "./column-kinds";
import type { Cell, CellColumn, PlannedRows, Table } from "./table";
import { planned } from "./table-plan";

/** A statement with one of its stances. */
export interface WideRow {
  document: VerifiedDocument;
  assignment: DatasetAssignment;
  statement: Statement;
  origin: Origin | undefined;
  answers: FieldAnswers;
  /** The spans in each role that has columns. */
  fragments: readonly (readonly Span[])[];
  speaker: Speaker | null;
  /** Where whoever is meant by the speaker belonged on the article's day. */
  belonging: Belonging;
  /** Null: the statement has none. */
  stance: Stance | null;
  target: Target | null;
}

/** The dataset as one wide table: see `wideRows`. */
export async function wideTable(dataset: Dataset): Promise<Table> {
  const { columns, chunks } = await wideRows(dataset);
  return planned(
    { name: "statements", description: "One row per statement and stance", primaryKey: [], columns },
    chunks,
  );
}

/**
 * The rows of the dataset as one wide table: one row per statement and stance; a statement without a stance has one row with empty
 * stance cells. Columns:
 *
 * - `<role>_start`, `<role>_end`, `<role>_quote`: the first fragment, code points, so that `text[start:end] == quote`.
 * - `<role>_fragments`, for roles that may have several: all of them as a JSON list of `{"start", "end", "quote"}`.
 * - `chain`: names from the outlet to the speaker joined by " > "; `chain_ids` likewise.
 * - `origin_*`: the suggestion that the statement was made from, or is.
 * - `unsure_comment`: empty unless the statement is unsure.
 * - one column per field, empty where the question was not asked; several values joined by ";".
 */
export async function wideRows(dataset: Dataset): Promise<PlannedRows<WideRow>> {
  const { fields, roles } = await dataset.columns();
  const before = [...PLACE, ...roles.flatMap((role, at) => roleColumns(role, at)), ...SPEAKER];
  const taken = new Set([...before, ...AFTER].map((column) => column.name));
  const columns = [
    ...before,
    ...fields.map(
      (key): CellColumn<WideRow> => ({
        name: taken.has(key) ? `field_${key}` : key,
        type: typeOfField(dataset, key),
        description: `Answer to the field “${key}” of the codebook`,
        cell: ({ answers }) => answerCell(answerTo({ fields: answers }, key)),
        per: perAnswers,
      }),
    ),
    ...AFTER,
  ];
  return { columns, chunks: () => rowsByDocument(dataset, roles) };
}

async function* rowsByDocument(dataset: Dataset, roles: readonly RoleColumns[]): AsyncGenerator<Iterable<WideRow>> {
  for await (const document of verifiedDocuments(dataset)) yield rowsOf(document, roles);
}

const NOWHERE: Belonging = { organisationId: null, roleTitle: null };

function rowsOf(document: VerifiedDocument, roles: readonly RoleColumns[]): WideRow[] {
  const rows: WideRow[] = [];
  const { published } = document.article;
  for (const statement of document.statements) {
    const assignment = document.assignmentOf(statement);
    const origin = document.origins.get(statement.id);
    const answers = document.answersOf(statement);
    const fragments = roles.map(({ key }) => inRole(statement.spans, key));
    const speaker = statement.speakerId === null ? null : document.speakerById(statement.speakerId);
    const belonging = speaker === null ? NOWHERE : organisationAt(document.speakerMeant(speaker.id), published);
    const add = (stance: Stance | null, target: Target | null) =>
      rows.push({ document, assignment, statement, origin, answers, fragments, speaker, belonging, stance, target });
    for (const stance of statement.stances) add(stance, document.targetById(stance.targetId));
    if (statement.stances.length === 0) add(null, null);
  }
  return rows;
}

const NONE: readonly Span[] = [];

/** See `spansInRole`, for which there is mostly one span, or none. */
function inRole(spans: readonly Span[], key: string): readonly Span[] {
  let own: Span | null = null;
  for (const span of spans) {
    if (span.role !== key) continue;
    if (own !== null) return spansInRole(spans, key);
    own = span;
  }
  return own === null ? NONE : [own];
}

/** Columns whose cells depend on one part of the row alone. */
const each = (per: (row: WideRow) => object | null, columns: CellColumn<WideRow>[]): CellColumn<WideRow>[] =>
  columns.map((column) => ({ ...column, per }));

const perAnswers = ({ answers }: WideRow) => answers;

const { text, someText, id, someId, whole, someWhole, number, flag, someFlag, someTime } = columnKinds<WideRow>();

const PLACE: CellColumn<WideRow>[] = [
  ...each(
    ({ assignment }) => assignment,
    [
      someText("document_id", "Id of the document", ({ document }) => document.article.id),
      someText("document_sha256", "SHA-256 of its text in UTF-8", ({ document }) => document.article.sha256),
      someText("document_title", "Title of the document", ({ document }) => document.article.title),
      someText("layer", "annotation, adjudication (gold) or suggestion", ({ assignment }) => assignment.kind),
      someText("annotator", "Who made the statement", ({ assignment }) => assignment.annotator),
      someFlag("blind", "The annotator had not seen others' work", ({ assignment }) => assignment.blind),
      someFlag("with_suggestions", "Suggestions were shown", ({ assignment }) => assignment.withSuggestions),
    ],
  ),
  someId("statement_id", "Id of the statement", ({ statement }) => statement.id),
];

const SPEAKER: CellColumn<WideRow>[] = [
  ...each(
    ({ speaker }) => speaker,
    [
      text("speaker_id", "Id of the speaker, the last of the chain", ({ statement }) => statement.speakerId),
      text("speaker_name", "Name of the speaker", ({ speaker }) => speaker?.name ?? null),
    ],
  ),
  text("speaker_organisation", "Body the speaker belonged to on the article's day", ({ belonging, document }) =>
    belonging.organisationId === null ? null : document.speakerMeant(belonging.organisationId).name,
  ),
  text("speaker_role", "Role or title of the speaker on that day", ({ belonging }) => belonging.roleTitle),
  ...each(
    ({ statement }) => statement.chain,
    [
      text("chain", "Names from the outlet to the speaker", ({ document, statement }) =>
        noneIfEmpty(statement.chain.map((id) => document.speakerById(id).name).join(" > ")),
      ),
      text("chain_ids", "Ids from the outlet to the speaker", ({ statement }) =>
        noneIfEmpty(statement.chain.join(" > ")),
      ),
    ],
  ),
  ...each(
    ({ target }) => target,
    [
      text("stance_target_key", "Handle of the target of the stance", ({ target }) => target?.key ?? null),
      text("stance_target", "Wording of the target of the stance", ({ target }) => target?.name ?? null),
    ],
  ),
  text("stance_value", "Where the speaker stands toward the target", ({ stance }) => stance?.value ?? null),
  text("stance_basis", "Whether that is said or inferred", ({ stance }) => stance?.basis ?? null),
];

const AFTER: CellColumn<WideRow>[] = [
  someText("confidence", "The annotator's own: sure or unsure", ({ statement }) => statement.confidence),
  text("unsure_comment", "Why it is unsure", ({ statement }) => noneIfEmpty(unsureCommentOf(statement))),
  text("note", "The annotator's note", ({ statement }) => noneIfEmpty(statement.note)),
  id("parent_id", "Id of the statement it is nested in", ({ statement }) => statement.parentId),
  id("same_claim_as_id", "Id of a statement with the same claim", ({ statement }) => statement.sameClaimAsId),
  ...each(
    ({ origin }) => origin ?? null,
    [
      text(
        "origin_suggestion_id",
        "Id of the suggestion it was made from, or is",
        ({ origin }) => origin?.suggestionId ?? null,
      ),
      text("origin_agent", "Program that suggested it", ({ origin }) => origin?.agent ?? null),
      text("origin_version", "Version of that program", ({ origin }) => origin?.version ?? null),
      number("origin_score", "How sure that program was, 0 to 1", ({ origin }) => origin?.score ?? null),
      flag("origin_changed", "Something that was suggested is no longer so", ({ origin }) => origin?.changed ?? null),
    ],
  ),
  someWhole("codebook_version", "Version it was coded under", ({ statement }) => statement.codebookVersion),
  someWhole("revision", "How many times it was written", ({ statement }) => statement.revision),
  someTime("created_at", "When it was made", ({ statement }) => statement.createdAt),
  someTime("updated_at", "When it was last changed", ({ statement }) => statement.updatedAt),
];

/** The columns of the role that is at this place among those that have columns. */
function roleColumns({ key, several }: RoleColumns, at: number): CellColumn<WideRow>[] {
  const first = ({ fragments }: WideRow) => fragments[at]?.[0];
  const columns: CellColumn<WideRow>[] = [
    whole(`${key}_start`, `First code point of the first ${key} fragment`, (row) => first(row)?.start ?? null),
    whole(`${key}_end`, `Code point after the first ${key} fragment`, (row) => first(row)?.end ?? null),
    text(`${key}_quote`, `Text of the first ${key} fragment`, (row) => first(row)?.quote ?? null),
  ];
  if (!several) return columns;
  return [
    ...columns,
    text(`${key}_fragments`, `All ${key} fragments as JSON`, ({ fragments }) => {
      const own = (fragments[at] ?? []).map(
        ({ start, end, quote }) => `{"start":${start},"end":${end},"quote":${JSON.stringify(quote)}}`,
      );
      return own.length === 0 ? null : `[${own.join()}]`;
    }),
  ];
}

function typeOfField({ codebooks }: Dataset, key: string): CellColumn<WideRow>["type"] {
  const types = new Set(
    codebooks.flatMap(({ content }) => content.fields.filter((field) => field.key === key).map(({ type }) => type)),
  );
  // A field that changed its type is text: every cell of it then is.
  if (types.size !== 1) return "string";
  return types.has("number") ? "number" : types.has("flag") ? "boolean" : "string";
}

function answerCell(answer: FieldAnswers[string] | undefined): Cell {
  if (answer === undefined) return null;
  return Array.isArray(answer) ? answer.join(";") : answer;
}
