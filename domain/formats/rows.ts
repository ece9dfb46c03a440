import { answerTo, unsureCommentOf } from "@/domain/statement/content";
import type { FieldAnswers, Stance, Statement } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { Dataset } from "./dataset";
import { type VerifiedDataset, verifyDataset } from "./verify-dataset";

export type Cell = string | number;

/** A column with its cell for a statement and one of its stances (null: it has none). */
interface Column {
  name: string;
  cell: (statement: Statement, stance: Stance | null) => Cell;
}

/**
 * The dataset as a table, header first: one row per statement and stance; a statement without a stance has one row with
 * empty stance cells. What does not exist is an empty cell. Columns:
 *
 * - `<role>_start`, `<role>_end`, `<role>_quote`: the first fragment, code points, so that `text[start:end] == quote`.
 * - `<role>_fragments`, for roles that may have several: all of them as a JSON list of `{"start", "end", "quote"}`.
 * - `chain`: names from the outlet to the speaker joined by " > "; `chain_ids` likewise.
 * - `origin_*`: the suggestion that the statement was made from, or is.
 * - `unsure_comment`: empty unless the statement is unsure.
 * - one column per field of the codebooks, empty where the question was not asked; several values joined by ";"; TRUE or FALSE for flags.
 *
 * Throws DatasetError before the first row when a quote or a reference does not hold.
 */
export function listRows(dataset: Dataset): Iterable<Cell[]> {
  return write(verifyDataset(dataset));
}

function* write(dataset: VerifiedDataset): Generator<Cell[]> {
  const columns = columnsOf(dataset);
  yield columns.map((column) => column.name);
  for (const statement of dataset.statements) {
    const stances = statement.stances.length > 0 ? statement.stances : [null];
    for (const stance of stances) yield columns.map((column) => column.cell(statement, stance));
  }
}

function columnsOf(dataset: VerifiedDataset): Column[] {
  const { documentOf, assignmentOf, speakerById, targetById, answersOf, origins } = dataset;
  const originOf = ({ id }: Statement) => origins.get(id);
  const before: Column[] = [
    { name: "document_id", cell: (one) => documentOf(one).id },
    { name: "document_sha256", cell: (one) => documentOf(one).sha256 },
    { name: "document_title", cell: (one) => documentOf(one).title },
    { name: "layer", cell: (one) => assignmentOf(one).kind },
    { name: "annotator", cell: (one) => assignmentOf(one).annotator },
    { name: "blind", cell: (one) => flag(assignmentOf(one).blind) },
    { name: "with_suggestions", cell: (one) => flag(assignmentOf(one).withSuggestions) },
    { name: "statement_id", cell: (one) => one.id },
    ...rolesOf(dataset).flatMap(roleColumns),
    { name: "speaker_id", cell: (one) => one.speakerId ?? "" },
    { name: "speaker_name", cell: (one) => (one.speakerId === null ? "" : speakerById(one.speakerId).name) },
    { name: "chain", cell: (one) => one.chain.map((id) => speakerById(id).name).join(" > ") },
    { name: "chain_ids", cell: (one) => one.chain.join(" > ") },
    { name: "stance_target_key", cell: (_one, stance) => (stance ? targetById(stance.targetId).key : "") },
    { name: "stance_target", cell: (_one, stance) => (stance ? targetById(stance.targetId).name : "") },
    { name: "stance_value", cell: (_one, stance) => stance?.value ?? "" },
    { name: "stance_basis", cell: (_one, stance) => stance?.basis ?? "" },
  ];
  const after: Column[] = [
    { name: "confidence", cell: (one) => one.confidence },
    { name: "unsure_comment", cell: unsureCommentOf },
    { name: "note", cell: (one) => one.note },
    { name: "parent_id", cell: (one) => one.parentId ?? "" },
    { name: "same_claim_as_id", cell: (one) => one.sameClaimAsId ?? "" },
    { name: "origin_suggestion_id", cell: (one) => originOf(one)?.suggestionId ?? "" },
    { name: "origin_agent", cell: (one) => originOf(one)?.agent ?? "" },
    { name: "origin_version", cell: (one) => originOf(one)?.version ?? "" },
    { name: "origin_score", cell: (one) => originOf(one)?.score ?? "" },
    { name: "origin_changed", cell: (one) => flagOrNone(originOf(one)?.changed) },
    { name: "codebook_version", cell: (one) => one.codebookVersion },
    { name: "revision", cell: (one) => one.revision },
    { name: "created_at", cell: (one) => one.createdAt },
    { name: "updated_at", cell: (one) => one.updatedAt },
  ];
  const taken = new Set([...before, ...after].map((column) => column.name));
  const fields = fieldKeysOf(dataset).map(
    (key): Column => ({
      name: taken.has(key) ? `field_${key}` : key,
      cell: (one) => answerCell(answerTo({ fields: answersOf(one) }, key)),
    }),
  );
  return [...before, ...fields, ...after];
}

interface RoleColumns {
  key: string;
  /** May have more than one fragment. */
  several: boolean;
}

function roleColumns({ key, several }: RoleColumns): Column[] {
  const first = (statement: Statement) => spansInRole(statement.spans, key)[0];
  const columns: Column[] = [
    { name: `${key}_start`, cell: (one) => first(one)?.start ?? "" },
    { name: `${key}_end`, cell: (one) => first(one)?.end ?? "" },
    { name: `${key}_quote`, cell: (one) => first(one)?.quote ?? "" },
  ];
  if (!several) return columns;
  return [
    ...columns,
    {
      name: `${key}_fragments`,
      cell: (one) => {
        const fragments = spansInRole(one.spans, key).map(({ start, end, quote }) => ({ start, end, quote }));
        return fragments.length === 0 ? "" : JSON.stringify(fragments);
      },
    },
  ];
}

/** The roles that are on in any version, or that any statement uses; in the order of the latest version that has them. */
function rolesOf({ codebooks, statements }: Dataset): RoleColumns[] {
  const used = new Set(statements.flatMap((statement) => statement.spans.map((span) => span.role)));
  const all = codebooks.toReversed().flatMap(({ content }) => content.roles);
  return distinctKeys(all)
    .filter((key) => used.has(key) || all.some((role) => role.key === key && role.enabled))
    .map((key) => ({ key, several: all.some((role) => role.key === key && role.max !== 1) }));
}

function fieldKeysOf({ codebooks, statements }: Dataset): string[] {
  const used = new Set(statements.flatMap((statement) => Object.keys(statement.fields)));
  const all = codebooks.toReversed().flatMap(({ content }) => content.fields);
  return distinctKeys(all).filter((key) => used.has(key) || all.some((field) => field.key === key && field.enabled));
}

function distinctKeys(entries: readonly { key: string }[]): string[] {
  return [...new Set(entries.map((entry) => entry.key))];
}

function answerCell(answer: FieldAnswers[string] | undefined): Cell {
  if (answer === undefined) return "";
  if (Array.isArray(answer)) return answer.join(";");
  return typeof answer === "boolean" ? flag(answer) : answer;
}

function flagOrNone(value: boolean | undefined): string {
  return value === undefined ? "" : flag(value);
}

function flag(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}
