import { answerTo, unsureCommentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { context } from "./context";
import type { Dataset, DatasetColumns } from "./dataset";
import { type ExportFormat, oneFile } from "./export-format";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * One statement per line, each telling all that is needed to read it. Every line has the same keys and every key one
 * type, null where there is nothing, so that pandas, `datasets` and DuckDB read it without being told a schema.
 */
export const jsonl: ExportFormat = {
  shape: "file",
  extension: "jsonl",
  mediaType: "application/x-ndjson",
  offsetUnit: "unicode_code_point",
  files: (dataset) => oneFile("statements.jsonl", write(dataset)),
};

async function* write(dataset: Dataset): AsyncGenerator<string> {
  const columns = await dataset.columns();
  const several = severalValued(dataset);
  for await (const document of verifiedDocuments(dataset)) {
    const lines = document.statements.map((statement) => JSON.stringify(lineOf(document, statement, columns, several)));
    if (lines.length > 0) yield `${lines.join("\n")}\n`;
  }
}

/** The fields that have a list of values, in any version. */
function severalValued({ codebooks }: Dataset): ReadonlySet<string> {
  const fields = codebooks.flatMap(({ content }) => content.fields);
  return new Set(fields.filter(({ type }) => type === "multiple").map(({ key }) => key));
}

function lineOf(
  document: VerifiedDocument,
  statement: Statement,
  { fields }: DatasetColumns,
  several: ReadonlySet<string>,
) {
  const { article, text } = document;
  const assignment = document.assignmentOf(statement);
  const origin = document.origins.get(statement.id);
  const answers = document.answersOf(statement);
  const entity = (id: string) => {
    const { name, kind } = document.speakerById(id);
    return { id, name, kind };
  };
  const answer = (key: string) => {
    const held = answerTo({ fields: answers }, key) ?? null;
    if (!several.has(key)) return Array.isArray(held) ? held.join(";") : held;
    return Array.isArray(held) || held === null ? (held ?? []) : [String(held)];
  };
  return {
    id: statement.id,
    document: {
      id: article.id,
      title: article.title,
      outlet: article.outlet,
      author: article.author,
      published: article.published,
      url: article.url,
      language: article.language,
      sha256: article.sha256,
    },
    layer: assignment.kind,
    annotator: assignment.annotator,
    blind: assignment.blind,
    with_suggestions: assignment.withSuggestions,
    offset_unit: jsonl.offsetUnit,
    spans: statement.spans.map(({ role, start, end, quote }) => ({
      ...{ role, start, end, quote },
      ...context(text, { start, end }),
    })),
    speaker: statement.speakerId === null ? null : entity(statement.speakerId),
    chain: statement.chain.map(entity),
    stances: statement.stances.map(({ targetId, value, basis }) => {
      const target = document.targetById(targetId);
      return { target_id: targetId, target_key: target.key, target: target.name, value, basis };
    }),
    fields: Object.fromEntries(fields.map((key) => [key, answer(key)])),
    confidence: statement.confidence,
    unsure_comment: unsureCommentOf(statement),
    note: statement.note,
    parent_id: statement.parentId,
    same_claim_as_id: statement.sameClaimAsId,
    derived_from_id: statement.derivedFromId,
    origin_suggestion_id: origin?.suggestionId ?? null,
    origin_agent: origin?.agent ?? null,
    origin_version: origin?.version ?? null,
    origin_score: origin?.score ?? null,
    origin_changed: origin?.changed ?? null,
    codebook_version: statement.codebookVersion,
    revision: statement.revision,
    created_at: statement.createdAt,
    updated_at: statement.updatedAt,
  };
}
