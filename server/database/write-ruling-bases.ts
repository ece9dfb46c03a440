import type { Tx } from "./client";
import { databaseSource } from "./database-source";
import { packedValue } from "./row-tables";

/** On what the parts of a ruling's gold statement rest; `bases` null: as they are. */
export interface RulingBasis {
  id: string;
  provenance: unknown;
  bases: unknown;
}

/** Rulings written in one query. */
const STEP = 500;

/** Gives rulings other grounds, each as its next revision: one statement for many, which Prisma would write one by one. */
export async function writeRulingBases(tx: Tx, rulings: readonly RulingBasis[], now: Date): Promise<void> {
  const sql = updateSql(databaseSource().kind);
  for (let from = 0; from < rulings.length; from += STEP) {
    const rows = rulings.slice(from, from + STEP).map(({ id, provenance, bases }) => [id, provenance, bases]);
    await tx.$executeRawUnsafe(sql, packedValue(now, "date"), JSON.stringify(rows));
  }
}

function updateSql(provider: "sqlite" | "postgresql"): string {
  const [rows, jsonb, moment, type] =
    provider === "sqlite"
      ? ["json_each(?) AS n", "", "?", `json_type(n.value, '$[2]')`]
      : [
          "json_array_elements($2::json) AS n(value)",
          "::jsonb",
          "CAST($1 AS timestamp(3))",
          "json_typeof(n.value -> 2)",
        ];
  return `UPDATE "Ruling" SET "provenance" = (n.value -> 1)${jsonb},
      "bases" = CASE ${type} WHEN 'null' THEN "Ruling"."bases" ELSE (n.value -> 2)${jsonb} END,
      "revision" = "Ruling"."revision" + 1, "updatedAt" = ${moment}
    FROM ${rows} WHERE "Ruling"."id" = n.value ->> 0`;
}
