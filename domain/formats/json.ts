import { canonicalJson } from "@/domain/canonical-json";
import { Codebook } from "@/domain/codebook/codebook";
import type {
  Dataset,
  DatasetArticle,
  DatasetAssignment,
  DatasetComment,
  DatasetEvent,
  DatasetGroup,
  DatasetRegistry,
  DatasetRuling,
  DocumentParts,
  Origin,
} from "./dataset";
import { type ExportFormat, oneFile } from "./export-format";
import { inLayers } from "./in-layers";
import { keysSorted } from "./keys-sorted";
import { statementObject } from "./statement-object";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/** Raised when a reader of the format would have to change. */
const SCHEMA_VERSION = 1;

/**
 * The whole dataset as one JSON document. Keys are snake_case and always in the same order, one row of a list per line, so
 * that two exports can be compared line by line. Offsets are code points, end exclusive: `text[start:end] == quote` in
 * Python for every span. `events` is the history: what `before` and `after` hold is as it was hashed, in camelCase.
 */
export const json: ExportFormat = {
  shape: "file",
  extension: "json",
  mediaType: "application/json",
  offsetUnit: "unicode_code_point",
  files: (dataset, { appVersion }) => oneFile("dataset.json", write(dataset, appVersion)),
};

async function* write(dataset: Dataset, appVersion: string): AsyncGenerator<string> {
  const { project, choices, codebooks, registry } = dataset;
  const head = {
    format: "sayso-dataset",
    schema_version: SCHEMA_VERSION,
    offset_unit: json.offsetUnit,
    app: { name: "Sayso", version: appVersion },
    project: { id: project.id, name: project.name },
    choices: { layers: inLayers(choices), people: choices.people, times: choices.times },
  };
  yield "{\n";
  for (const [key, value] of Object.entries(head)) yield `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`;
  yield* list("codebooks", [codebooks], ({ version, content }) => ({ version, content: codebookObject(content) }));
  yield ',\n"registry": {\n';
  yield* list("speakers", [registry.speakers], speakerRow);
  yield ",\n";
  yield* list("targets", [registry.targets], targetRow);
  yield ",\n";
  yield* list("distinctions", [registry.distinctions ?? []], ({ firstId, secondId }) => ({
    ...{ first_id: firstId, second_id: secondId },
  }));
  yield "\n},\n";
  yield* list(
    "documents",
    pick(dataset, ({ article }) => [article], HEADS),
    documentRow,
  );
  yield ",\n";
  yield* list(
    "assignments",
    pick(dataset, ({ assignments }) => assignments, HEADS),
    assignmentRow,
  );
  yield ",\n";
  yield* list("statements", pick(dataset, statementsOf), (one) => one);
  yield ",\n";
  yield* list(
    "rulings",
    pick(dataset, ({ rulings }) => rulings),
    rulingRow,
  );
  yield ",\n";
  yield* list(
    "comments",
    pick(dataset, ({ comments }) => comments),
    commentRow,
  );
  yield ",\n";
  yield* list(
    "groups",
    pick(dataset, ({ groups }) => groups),
    groupRow,
  );
  yield ",\n";
  yield* list("events", oneByOne(dataset.events()), eventRow);
  yield "\n}\n";
}

const HEADS: DocumentParts = { headsOnly: true };

/** A list of each document's rows; each list of the file is read on its own, for a document with all lists is too much. */
async function* pick<T>(dataset: Dataset, rowsOf: (document: VerifiedDocument) => readonly T[], parts?: DocumentParts) {
  for await (const document of verifiedDocuments(dataset, parts)) yield rowsOf(document);
}

async function* oneByOne<T>(rows: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  for await (const row of rows) yield [row];
}

async function* list<T>(
  name: string,
  chunks: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  toRow: (row: T) => object,
): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}: [`;
  let count = 0;
  for await (const rows of chunks) {
    if (rows.length === 0) continue;
    const lines = rows.map((row) => JSON.stringify(toRow(row)));
    yield `${count === 0 ? "\n" : ",\n"}${lines.join(",\n")}`;
    count += rows.length;
  }
  yield count === 0 ? "]" : "\n]";
}

function statementsOf(document: VerifiedDocument): object[] {
  return document.statements.map((statement) =>
    statementObject(
      { ...statement, fields: document.answersOf(statement) },
      originRow(document.origins.get(statement.id)),
    ),
  );
}

function originRow(origin: Origin | undefined) {
  if (!origin) return null;
  const { suggestionId, agent, version, score, reason, changed } = origin;
  return { suggestion_id: suggestionId, agent, version, score, reason, changed };
}

/** A codebook with its keys in their order, snake_case. */
export function codebookObject(content: Codebook): unknown {
  return snakeCased(Codebook.parse(content));
}

function speakerRow(speaker: DatasetRegistry["speakers"][number]) {
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
    notes: speaker.notes,
    external_ids: keysSorted(speaker.externalIds),
    affiliations: speaker.affiliations.map(({ organisationId, roleTitle, validFrom, validTo }) => ({
      organisation_id: organisationId,
      role_title: roleTitle,
      valid_from: validFrom,
      valid_to: validTo,
    })),
    fixed: speaker.fixed,
    proposed: speaker.proposed ?? false,
    retired: speaker.retired ?? false,
    merged_into_id: speaker.mergedIntoId,
  };
}

function targetRow(target: DatasetRegistry["targets"][number]) {
  return {
    id: target.id,
    key: target.key,
    name: target.name,
    description: target.description,
    aliases: target.aliases ?? [],
    broader_id: target.broaderId ?? null,
    proposed: target.proposed,
    retired: target.retired ?? false,
    merged_into_id: target.mergedIntoId,
  };
}

function documentRow(document: DatasetArticle) {
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
    replaces_id: document.replacesId,
    created_at: document.createdAt,
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
    unblinded_at: assignment.unblindedAt,
    suggestions_shown_at: assignment.suggestionsShownAt,
    revision: assignment.revision,
  };
}

function rulingRow(ruling: DatasetRuling) {
  return {
    id: ruling.id,
    document_id: ruling.documentId,
    adjudicator: ruling.adjudicator,
    member_ids: ruling.memberIds,
    member_revisions: keysSorted(ruling.memberRevisions),
    decision: ruling.decision,
    provenance: keysSorted(ruling.provenance),
    bases: keysSorted(ruling.bases),
    taken_from: keysSorted(ruling.takenFrom),
    reason: ruling.reason,
    gold_statement_id: ruling.goldStatementId,
    stale: ruling.stale,
    batch_id: ruling.batchId,
    revision: ruling.revision,
    created_at: ruling.createdAt,
    updated_at: ruling.updatedAt,
  };
}

function commentRow(comment: DatasetComment) {
  return {
    id: comment.id,
    document_id: comment.documentId,
    statement_id: comment.statementId,
    ruling_id: comment.rulingId,
    thread_id: comment.threadId,
    member_ids: comment.memberIds,
    author: comment.author,
    text: comment.text,
    revision: comment.revision,
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    resolved_at: comment.resolvedAt,
  };
}

function groupRow(group: DatasetGroup) {
  return {
    id: group.id,
    document_id: group.documentId,
    member_ids: group.memberIds,
    batch_id: group.batchId,
    created_at: group.createdAt,
  };
}

function eventRow(event: DatasetEvent) {
  return {
    project_id: event.projectId,
    sequence: event.sequence,
    operation_id: event.operationId,
    actor: event.actor,
    action: event.action,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    assignment_id: event.assignmentId,
    before: JSON.parse(canonicalJson(event.before)),
    after: JSON.parse(canonicalJson(event.after)),
    relation: JSON.parse(canonicalJson(event.relation)),
    at: event.at,
    hash: event.hash,
  };
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
