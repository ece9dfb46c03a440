import Database from "better-sqlite3";
import {
  columnsOf,
  namesOf,
  packedValue,
  type RowOf,
  type RowSpool,
  type SpooledRows,
  type TableName,
} from "./row-tables";

/**
 * Rows that wait in a SQLite file of their own, with the values that they are to have, so that the transaction copies them
 * within SQLite: nothing is read, parsed or bound in it.
 */
export class SqliteSpool implements RowSpool {
  readonly #db: Database.Database;
  readonly #inserts = new Map<TableName, Database.Statement>();
  readonly #steps: NonNullable<SpooledRows["steps"]> = [];

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

  async end(): Promise<SpooledRows> {
    this.#db.close();
    return { path: this.path, steps: this.#steps };
  }

  leave(): void {
    this.#db.close();
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
