import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { linesOf } from "@/domain/import/annotated/lines-of";
import { databaseSource, type Tx } from "@/server/database/client";
import { insertPacked, packRows, type RowOf, type RowSpool, type TableName } from "@/server/database/row-tables";
import { SqliteSpool } from "@/server/database/sqlite-spool";

/** Where the rows of an import wait: a file, so that neither memory nor the database holds what is being read. */
export function openSpool(path: string): RowSpool {
  return databaseSource().kind === "sqlite" ? new SqliteSpool(path) : new FileSpool(path);
}

/** Rows packed as text. */
class FileSpool implements RowSpool {
  readonly #stream: WriteStream;
  #error: Error | null = null;

  constructor(private readonly path: string) {
    this.#stream = createWriteStream(/* turbopackIgnore: true */ path, { mode: 0o600 });
    // Told at the next write: without a listener a full disk would end the server.
    this.#stream.on("error", (error) => {
      this.#error = error;
    });
  }

  async write<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    if (this.#error) throw this.#error;
    if (rows.length === 0) return;
    if (!this.#stream.write(`${table}\n${packRows(table, rows)}\n`)) await once(this.#stream, "drain");
  }

  async end(): Promise<void> {
    if (this.#error) throw this.#error;
    this.#stream.end();
    await once(this.#stream, "close");
  }

  async insertInto(tx: Tx): Promise<void> {
    let table: TableName | null = null;
    const chunks = () => createReadStream(/* turbopackIgnore: true */ this.path);
    for await (const { text } of linesOf({ chunks })) {
      if (table === null) {
        table = text as TableName;
        continue;
      }
      await insertPacked(tx, table, text);
      table = null;
    }
  }

  async remove(): Promise<void> {
    this.#stream.destroy();
    await rm(this.path, { force: true });
  }
}
