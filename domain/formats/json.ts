import { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { ArticleDocument } from "@/domain/contract/work";
import { unsureCommentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import type { Dataset, DatasetAssignment, Origin } from "./dataset";
import { type VerifiedDataset, verifyDataset } from "./verify-dataset";

/** Raised when a reader of the format would have to change. */
export const SCHEMA_VERSION = 1;

export interface JsonOptions {
  /** ISO 8601 with zone. */
  generatedAt: string;
  appVersion: string;
}

/**
 * The whole dataset as one JSON document in UTF-8, in chunks. Keys are snake_case and always in the same order, one row
 * of a list per line, so that two exports can be compared line by line. Offsets are code points, end exclusive:
 * `text[start:end] == quote` in Python for every span, which is verified before the first chunk. Throws DatasetError.
 */
export function toJson(dataset: Dataset, options: JsonOptions): Iterable<string> {
  return write(verifyDataset(dataset), options);
}

function* write(dataset: VerifiedDataset, { generatedAt, appVersion }: JsonOptions): Generator<string> {
  const head = {
    format: "sayso-dataset",
    schema_version: SCHEMA_VERSION,
    offset_unit: "unicode_code_point",
    generated_at: generatedAt,
    app: { name: "Sayso", version: appVersion },
    project: { id: dataset.project.id, name: dataset.project.name },
  };
  yield "{\n";
  for (const [key, value] of Object.entries(head)) yield `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
  yield* list("codebooks", dataset.codebooks, ({ version, content }) => ({
    version,
    content: snakeCased(Codebook.parse(content)),
  }));
  yield ',\n"registry": {\n';
  yield* list("speakers", dataset.registry.speakers, speakerRow);
  yield ",\n";
  yield* list("targets", dataset.registry.targets, targetRow);
  yield "\n},\n";
  yield* list("documents", dataset.documents, documentRow);
  yield ",\n";
  yield* list("assignments", dataset.assignments, assignmentRow);
  yield ",\n";
  yield* list("statements", dataset.statements, (one) =>
    statementRow({ ...one, fields: dataset.answersOf(one) }, dataset.origins.get(one.id) ?? null),
  );
  yield ",\n";
  yield* list("rulings", dataset.rulings, rulingRow);
  yield "\n}\n";
}

function* list<T>(name: string, rows: readonly T[], toRow: (row: T) => object): Generator<string> {
  yield `${JSON.stringify(name)}: [`;
  for (const [index, row] of rows.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(toRow(row))}`;
  yield rows.length === 0 ? "]" : "\n]";
}

function speakerRow(speaker: Registry["speakers"][number]) {
  return {
    id: speaker.id,
    name: speaker.name,
    kind: speaker.kind,
    aliases: speaker.aliases,
    role_title: speaker.roleTitle,
    organisation_id: speaker.organisationId,
    sector: speaker.sector,
    function: speaker.function,
    country: speaker.country,
    fixed: speaker.fixed,
    merged_into_id: speaker.mergedIntoId,
  };
}

function targetRow(target: Registry["targets"][number]) {
  return {
    id: target.id,
    key: target.key,
    name: target.name,
    description: target.description,
    proposed: target.proposed,
    merged_into_id: target.mergedIntoId,
  };
}

function documentRow(document: ArticleDocument) {
  return {
    id: document.id,
    title: document.title,
    outlet: document.outlet,
    author: document.author,
    published: document.published,
    url: document.url,
    language: document.language,
    sha256: document.sha256,
    length: document.length,
    text: document.text,
  };
}

function assignmentRow(assignment: DatasetAssignment) {
  return {
    id: assignment.id,
    document_id: assignment.documentId,
    kind: assignment.kind,
    annotator: assignment.annotator,
    state: assignment.state,
    blind: assignment.blind,
    with_suggestions: assignment.withSuggestions,
    submitted_at: assignment.submittedAt,
  };
}

function statementRow(statement: Statement, origin: Origin | null) {
  return {
    id: statement.id,
    assignment_id: statement.assignmentId,
    codebook_version: statement.codebookVersion,
    spans: statement.spans.map(({ role, start, end, quote }) => ({ role, start, end, quote })),
    speaker_id: statement.speakerId,
    chain: statement.chain,
    stances: statement.stances.map(({ targetId, value, basis }) => ({ target_id: targetId, value, basis })),
    fields: keysSorted(statement.fields),
    confidence: statement.confidence,
    unsure_comment: unsureCommentOf(statement),
    note: statement.note,
    parent_id: statement.parentId,
    same_claim_as_id: statement.sameClaimAsId,
    derived_from_id: statement.derivedFromId,
    origin: origin && {
      suggestion_id: origin.suggestionId,
      agent: origin.agent,
      version: origin.version,
      score: origin.score,
      reason: origin.reason,
      changed: origin.changed,
    },
    revision: statement.revision,
    created_at: statement.createdAt,
    updated_at: statement.updatedAt,
  };
}

function rulingRow(ruling: Dataset["rulings"][number]) {
  return {
    id: ruling.id,
    document_id: ruling.documentId,
    adjudicator: ruling.adjudicator,
    member_ids: ruling.memberIds,
    decision: ruling.decision,
    provenance: keysSorted(ruling.provenance),
    bases: keysSorted(ruling.bases),
    reason: ruling.reason,
    gold_statement_id: ruling.goldStatementId,
    stale: ruling.stale,
    revision: ruling.revision,
    updated_at: ruling.updatedAt,
  };
}

/** Databases may hand back the keys of a stored object in any order. */
function keysSorted<T>(answers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Renames the keys of a structure whose keys are all names of ours, never data. */
function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(inner),
    ]),
  );
}
