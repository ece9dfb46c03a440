import { answerTo, unsureCommentOf } from "@/domain/statement/content";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import { context } from "./context";
import type { Dataset, DatasetArticle, DatasetAssignment, Origin } from "./dataset";
import { type ExportFormat, oneFile } from "./export-format";
import { LineBytes } from "./line-bytes";
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

async function* write(dataset: Dataset): AsyncGenerator<Uint8Array> {
  const parts = partsOf(dataset, (await dataset.columns()).fields);
  const bytes = new LineBytes();
  for await (const document of verifiedDocuments(dataset)) {
    for (const statement of document.statements) bytes.add(lineOf(document, statement, parts));
    const lines = bytes.take();
    if (lines.length > 0) yield lines;
  }
}

/** The fields that have a list of values, in any version. */
function severalValued({ codebooks }: Dataset): ReadonlySet<string> {
  const fields = codebooks.flatMap(({ content }) => content.fields);
  return new Set(fields.filter(({ type }) => type === "multiple").map(({ key }) => key));
}

function answerIn(fields: FieldAnswers, key: string, several: ReadonlySet<string>) {
  const held = answerTo({ fields }, key) ?? null;
  if (!several.has(key)) return Array.isArray(held) ? held.join(";") : held;
  return Array.isArray(held) || held === null ? (held ?? []) : [String(held)];
}

const json: (value: unknown) => string = JSON.stringify;

const headOf = ({ id, title, outlet, author, published, url, language, sha256 }: DatasetArticle) => ({
  ...{ id, title, outlet, author, published, url, language, sha256 },
});

/** What many lines have in common, written once for the object, or the word, that it depends on alone. */
interface LineParts {
  speakers: ReadonlyMap<string, string>;
  /** What stands before a stance's value. */
  targets: ReadonlyMap<string, string>;
  word(word: string | null): string;
  fields(answers: FieldAnswers): string;
  chain(chain: readonly string[]): string;
  /** From the document to the spans. */
  place(assignment: DatasetAssignment, article: DatasetArticle): string;
}

function partsOf(dataset: Dataset, fields: readonly string[]): LineParts {
  const { registry } = dataset;
  const keys = fields.map((key) => ({ key, name: json(key) }));
  const several = severalValued(dataset);
  const speakers = new Map(registry.speakers.map(({ id, name, kind }) => [id, json({ id, name, kind })]));
  return {
    speakers,
    targets: new Map(
      registry.targets.map(({ id, key, name }) => [
        id,
        `{"target_id":${json(id)},"target_key":${json(key)},"target":${json(name)}`,
      ]),
    ),
    word: oncePerWord(),
    fields: oncePer((answers) =>
      keys.map(({ key, name }) => `${name}:${json(answerIn(answers, key, several))}`).join(),
    ),
    chain: oncePer((chain) => chain.map((id) => speakers.get(id)).join()),
    place: oncePer(
      ({ kind, annotator, blind, withSuggestions }, article) =>
        `"document":${json(headOf(article))},"layer":${json(kind)},"annotator":${json(annotator)}` +
        `,"blind":${blind},"with_suggestions":${withSuggestions},"offset_unit":${json(jsonl.offsetUnit)}`,
    ),
  };
}

function oncePer<T extends object, Others extends unknown[]>(write: (part: T, ...others: Others) => string) {
  const known = new WeakMap<T, string>();
  return (part: T, ...others: Others): string => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const text = write(part, ...others);
    known.set(part, text);
    return text;
  };
}

/** Words that are kept: those of a codebook are few. */
const WORDS = 1000;

function oncePerWord() {
  const known = new Map<string | null, string>();
  return (word: string | null): string => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const text = json(word);
    if (known.size < WORDS) known.set(word, text);
    return text;
  };
}

const NO_ORIGIN =
  ',"origin_suggestion_id":null,"origin_agent":null,"origin_version":null,"origin_score":null,"origin_changed":null';

/** One line with its end. Put together from parts, which takes half the time of an object made only to be written. */
function lineOf(document: VerifiedDocument, statement: Statement, parts: LineParts): string {
  const origin = document.origins.get(statement.id);
  const { speakerId, stances, parentId, sameClaimAsId, derivedFromId } = statement;
  let line = `{"id":${json(statement.id)},${parts.place(document.assignmentOf(statement), document.article)},"spans":[`;
  for (const [at, span] of statement.spans.entries()) {
    if (at > 0) line += ",";
    line += spanObject(document.text, span, parts);
  }
  line += `],"speaker":${speakerId === null ? null : parts.speakers.get(speakerId)},"chain":[${parts.chain(statement.chain)}],"stances":[`;
  for (const [at, { targetId, value, basis }] of stances.entries()) {
    if (at > 0) line += ",";
    line += `${parts.targets.get(targetId)},"value":${parts.word(value)},"basis":${parts.word(basis)}}`;
  }
  return (
    `${line}],"fields":{${parts.fields(document.answersOf(statement))}},"confidence":${parts.word(statement.confidence)}` +
    `,"unsure_comment":${json(unsureCommentOf(statement))},"note":${json(statement.note)}` +
    `,"parent_id":${jsonOrNull(parentId)},"same_claim_as_id":${jsonOrNull(sameClaimAsId)}` +
    `,"derived_from_id":${jsonOrNull(derivedFromId)}${origin === undefined ? NO_ORIGIN : originPart(origin)}` +
    `,"codebook_version":${statement.codebookVersion},"revision":${statement.revision}` +
    `,"created_at":${json(statement.createdAt)},"updated_at":${json(statement.updatedAt)}}\n`
  );
}

const jsonOrNull = (id: string | null) => (id === null ? "null" : json(id));

const originPart = ({ suggestionId, agent, version, score, changed }: Origin) =>
  `,"origin_suggestion_id":${json(suggestionId)},"origin_agent":${json(agent)},"origin_version":${json(version)}` +
  `,"origin_score":${json(score)},"origin_changed":${json(changed)}`;

function spanObject(text: DocumentText, { role, start, end, quote }: Span, { word }: LineParts): string {
  const { prefix, suffix } = context(text, { start, end });
  return (
    `{"role":${word(role)},"start":${start},"end":${end},"quote":${json(quote)}` +
    `,"prefix":${json(prefix)},"suffix":${json(suffix)}}`
  );
}
