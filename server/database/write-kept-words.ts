import { type StatementWords, WORDS_FORMAT } from "@/domain/search/statement-words";
import { database } from "./client";
import { databaseSource } from "./database-source";

export interface KeptWordsRow extends StatementWords {
  statementId: string;
  /** Of the statement they are of. */
  revision: number;
}

const COLUMNS = ["statementId", "revision", "format", "words", "before", "after"];
const NUMBERS = ["revision", "format"];

/** Keeps the words of statements in the place of those that were kept of the same; a statement that is gone has none. */
export async function writeKeptWords(rows: readonly KeptWordsRow[]): Promise<void> {
  const packed = rows.map(({ statementId, revision, words, before, after }) => [
    ...[statementId, revision, WORDS_FORMAT],
    ...[words, before, after],
  ]);
  await database().$executeRawUnsafe(insertSql(databaseSource().kind), JSON.stringify(packed));
}

/** One text for many rows: neither database binds them one by one. */
function insertSql(provider: "sqlite" | "postgresql"): string {
  const names = COLUMNS.map((name) => `"${name}"`).join(", ");
  const value = (name: string, at: number) =>
    provider === "postgresql" && NUMBERS.includes(name) ? `(value ->> ${at})::integer` : `value ->> ${at}`;
  const source = provider === "sqlite" ? "json_each(?)" : "json_array_elements($1::json) AS rows(value)";
  const kept = COLUMNS.slice(1).map((name) => `"${name}" = excluded."${name}"`);
  return `INSERT INTO "KeptWords" (${names}) SELECT ${COLUMNS.map(value).join(", ")} FROM ${source}
    WHERE EXISTS (SELECT 1 FROM "Statement" s WHERE s."id" = value ->> 0)
    ON CONFLICT ("statementId") DO UPDATE SET ${kept.join(", ")}`;
}
