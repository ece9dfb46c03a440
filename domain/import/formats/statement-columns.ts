import type { Codebook } from "@/domain/codebook/codebook";
import type { StatementColumns } from "@/domain/import/annotated/annotated-format";
import { foldLabel } from "../foreign/fold-label";

/** Parts of a row by other names that tables give them; our own names are those of our exported tables. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  document_id: ["doc_id", "article_id"],
  document_title: ["title", "document", "article", "doc", "file", "filename"],
  document_url: ["url", "link"],
  document_text: ["text", "full_text", "article_text"],
  annotator: ["coder", "user", "annotator_id", "created_by"],
  statement_id: ["id"],
  speaker_name: ["speaker", "actor", "person"],
  stance_target: ["target", "concept", "issue"],
  stance_value: ["stance", "position"],
  content_quote: ["quote", "statement", "content", "quotation"],
  content_start: ["start", "begin", "start_position", "start_offset"],
  content_end: ["end", "stop", "stop_position", "end_offset"],
  source_quote: ["source"],
  cue_quote: ["cue"],
  unsure_comment: [],
  note: ["comment", "comments", "notes"],
  ...{
    document_sha256: ["sha256"],
    layer: [],
    chain: [],
    stance_target_key: [],
    stance_basis: ["basis"],
    confidence: [],
  },
  ...{ parent_id: [], same_claim_as_id: [], created_at: [], updated_at: [] },
};

/**
 * Which column holds which part of a statement, by the names that our own tables have or one of the usual others; fields by
 * key or label, also as `field_<key>`. Null: no column is called like it.
 */
export function guessStatementColumns(columns: readonly string[], codebook: Codebook): StatementColumns {
  const named = new Map<string, string>();
  for (const column of columns) if (!named.has(foldLabel(column))) named.set(foldLabel(column), column);
  const taken = new Set<string>();
  const guess: StatementColumns = {};
  const take = (part: string, names: readonly string[]) => {
    const column = names.map((name) => named.get(foldLabel(name))).find((one) => one !== undefined && !taken.has(one));
    guess[part] = column ?? null;
    if (column !== undefined) taken.add(column);
  };
  const roles = codebook.roles.flatMap(({ key }) =>
    ["start", "end", "quote", "fragments"].map((part) => `${key}_${part}`),
  );
  const parts = [...new Set([...Object.keys(ALIASES), ...roles])];
  // Names of our own first: `source` is a field of some tables and a passage in others.
  for (const part of parts) take(part, [part]);
  for (const { key, label } of codebook.fields) take(`field_${key}`, [`field_${key}`, key, label]);
  for (const part of parts) {
    if (guess[part] === null) take(part, Object.hasOwn(ALIASES, part) ? (ALIASES[part] ?? []) : []);
  }
  return guess;
}

/** Whether a table with these columns is one of statements: it tells passages of content. */
export function isStatementTable(columns: readonly string[]): boolean {
  const names = new Set(columns.map(foldLabel));
  const has = (...any: readonly string[]) => any.some((name) => names.has(name));
  return (
    has("content_quote", "content_start", "content_fragments") ||
    (has("start", "begin", "start_position") &&
      has("end", "stop", "stop_position") &&
      has("quote", "quotation", "statement"))
  );
}
