import type { Codebook } from "@/domain/codebook/codebook";
import { quoteOf } from "@/domain/codebook/quote-of";
import type { SearchQuery } from "@/domain/contract/search";
import { rowsToCsv } from "@/domain/formats/csv";
import { answerTo } from "@/domain/statement/content";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { download } from "@/server/download";
import { currentCodebook } from "@/server/rows/codebook-of";
import { findStatements } from "./find-statements";
import { type OpenSearch, openSearch } from "./open-search";
import { readFound } from "./search-statements";

/** Statements read at a time. */
const STEP = 200;

/** What a search finds as CSV for spreadsheets, in its order: one row per statement. Errors: 404, 409 no_codebook. */
export async function exportFound(actor: Actor, projectId: string, query: SearchQuery, now: Date): Promise<Response> {
  const open = await openSearch(actor, projectId);
  const { content: codebook } = await currentCodebook(database(), projectId);
  const { ids } = await findStatements(actor, open, query);
  return download(writeRows(actor, open, query, ids, codebook), {
    name: `${open.project.name} search`,
    extension: "csv",
    type: "text/csv; charset=utf-8",
    now,
  });
}

const HEAD = [
  ...["statement_id", "layer", "annotator", "document_id", "title", "outlet", "published", "language"],
  ...["before", "match", "after", "content", "speaker", "stances"],
];

async function* writeRows(
  actor: Actor,
  open: OpenSearch,
  query: SearchQuery,
  ids: readonly string[],
  { fields }: Codebook,
): AsyncGenerator<string> {
  const cells = "spreadsheet";
  yield* rowsToCsv([[...HEAD, ...fields.map(({ key }) => (HEAD.includes(key) ? `field_${key}` : key))]], { cells });
  for (let from = 0; from < ids.length; from += STEP) {
    const found = await readFound(actor, open, query, ids.slice(from, from + STEP));
    const rows = found.map(({ item, statement }) => [
      ...[item.id, item.layer, item.annotator, item.documentId, item.title, item.outlet, item.published, item.language],
      ...[item.before, item.match, item.after, quoteOf(statement), item.speaker],
      item.stances.map(({ target, value }) => `${value ?? "?"}: ${target}`).join("; "),
      ...fields.map(({ key }) => {
        const answer = answerTo(statement, key);
        return Array.isArray(answer) ? answer.join(";") : (answer ?? null);
      }),
    ]);
    yield* rowsToCsv(rows, { cells });
  }
}
