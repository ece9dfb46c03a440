import { rm } from "node:fs/promises";
import Database from "better-sqlite3";
import { v7 as uuid } from "uuid";
import { database, type Tx } from "./client";
import { columnsOf, namesOf, packedValue, type RowOf, type RowSpool, type TableName } from "./row-tables";

/**
 * Rows that wait in a SQLite file of their own, with the values that they are to have, so that the transaction copies them
 * within SQLite: nothing is read, parsed or bound in it.
 */
export class SqliteSpool implements RowSpool {
  readonly #db: Database.Database;
  readonly #inserts = new Map<TableName, Database.Statement>();
  /** In the order in which they came, which is the one in which they may go in. */
  readonly #steps: { table: TableName; first: number; last: number }[] = [];
  /** What the file is called within the database. */
  readonly #name = `spool_${uuid().replaceAll("-", "")}`;
  #isAttached = false;

  constructor(private readonly path: string) {
    this.#db = new Database(path);
    // It is gone after a crash anyway.
    this.#db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE");
  }

  async write<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    if (rows.length === 0) return;
    const insert = this.#insertInto(table);
    const columns = columnsOf(table);
    this.#db.exec("BEGIN");
    let last = 0;
    for (const row of rows) {
      const values = columns.map(([column, kind]) => {
        const value = packedValue(row[column as keyof RowOf<T>] ?? null, kind);
        if (kind === "json") return value === null ? null : JSON.stringify(value);
        return typeof value === "boolean" ? Number(value) : value;
      });
      last = Number(insert.run(values).lastInsertRowid);
    }
    this.#db.exec("COMMIT");
    this.#steps.push({ table, first: last - rows.length + 1, last });
  }

  async end(): Promise<void> {
    this.#db.close();
    await database().$executeRawUnsafe(`ATTACH DATABASE ? AS "${this.#name}"`, this.path);
    this.#isAttached = true;
  }

  async insertInto(tx: Tx): Promise<void> {
    for (const { table, first, last } of this.#steps) {
      const names = namesOf(table);
      const rows = `SELECT ${names} FROM "${this.#name}"."${table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid`;
      await tx.$executeRawUnsafe(`INSERT INTO main."${table}" (${names}) ${rows}`, first, last);
    }
  }

  async remove(): Promise<void> {
    this.#db.close();
    if (this.#isAttached) await database().$executeRawUnsafe(`DETACH DATABASE "${this.#name}"`);
    this.#isAttached = false;
    await rm(/* turbopackIgnore: true */ this.path, { force: true });
  }

  #insertInto(table: TableName): Database.Statement {
    const known = this.#inserts.get(table);
    if (known) return known;
    const columns = columnsOf(table);
    // Without types: each value is kept as it comes.
    this.#db.exec(`CREATE TABLE "${table}" (${namesOf(table)})`);
    const made = this.#db.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => "?").join(", ")})`);
    this.#inserts.set(table, made);
    return made;
  }
}
