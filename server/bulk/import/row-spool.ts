import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { linesOf } from "@/domain/import/annotated/lines-of";
import { packRows, type RowOf, type TableName } from "@/server/database/row-tables";

/** Rows of a table, packed. */
export interface PackedRows {
  table: TableName;
  rows: string;
}

/**
 * Where the rows of an import wait until its transaction begins: a file, so that neither memory nor the database holds
 * what is being read, and the transaction does nothing but write.
 */
export class RowSpool {
  readonly #stream: WriteStream;
  #error: Error | null = null;

  constructor(private readonly path: string) {
    this.#stream = createWriteStream(/* turbopackIgnore: true */ path, { mode: 0o600 });
    // Told at the next write: without a listener a full disk would end the server.
    this.#stream.on("error", (error) => {
      this.#error = error;
    });
  }

  /** Rows that go in together: one statement of the database. */
  async write<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    if (this.#error) throw this.#error;
    if (rows.length === 0) return;
    if (!this.#stream.write(`${table}\n${packRows(table, rows)}\n`)) await once(this.#stream, "drain");
  }

  /** To be called before it is read. */
  async end(): Promise<void> {
    if (this.#error) throw this.#error;
    this.#stream.end();
    await once(this.#stream, "close");
  }

  async *read(): AsyncGenerator<PackedRows> {
    let table: TableName | null = null;
    const chunks = () => createReadStream(/* turbopackIgnore: true */ this.path);
    for await (const { text } of linesOf({ chunks })) {
      if (table === null) {
        table = text as TableName;
        continue;
      }
      yield { table, rows: text };
      table = null;
    }
  }

  /** To be called whatever happens. */
  async remove(): Promise<void> {
    this.#stream.destroy();
    await rm(this.path, { force: true });
  }
}
