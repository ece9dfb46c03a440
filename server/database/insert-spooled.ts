import { createReadStream } from "node:fs";
import { v7 as uuid } from "uuid";
import { linesOf } from "@/domain/import/annotated/lines-of";
import { database, type Tx } from "./client";
import { insertPacked, namesOf, type SpooledRows, type TableName } from "./row-tables";

/** Rows that wait, where a transaction can take them from. */
export interface OpenedRows {
  /** Writes all of them, within the transaction. */
  insertInto(tx: Tx): Promise<void>;
  /** To be called whatever happens; their file stays. */
  close(): Promise<void>;
}

/** Makes rows that wait ready for a transaction; to be called before it begins. */
export async function openRows({ path, steps }: SpooledRows): Promise<OpenedRows> {
  if (steps === null) return { insertInto: (tx) => insertLines(tx, path), close: async () => undefined };
  const name = `spool_${uuid().replaceAll("-", "")}`;
  await database().$executeRawUnsafe(`ATTACH DATABASE ? AS "${name}"`, path);
  return {
    async insertInto(tx) {
      for (const { table, first, last } of steps) {
        const names = namesOf(table);
        const rows = `SELECT ${names} FROM "${name}"."${table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid`;
        await tx.$executeRawUnsafe(`INSERT INTO main."${table}" (${names}) ${rows}`, first, last);
      }
    },
    async close() {
      await database().$executeRawUnsafe(`DETACH DATABASE "${name}"`);
    },
  };
}

async function insertLines(tx: Tx, path: string): Promise<void> {
  let table: TableName | null = null;
  const chunks = () => createReadStream(/* turbopackIgnore: true */ path);
  for await (const { text } of linesOf({ chunks })) {
    if (table === null) {
      table = text as TableName;
      continue;
    }
    await insertPacked(tx, table, text);
    table = null;
  }
}
