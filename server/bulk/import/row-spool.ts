import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { DatabaseSource } from "@/server/database/database-source";
import { packRows, type RowOf, type RowSpool, type SpooledRows, type TableName } from "@/server/database/row-tables";
import { SqliteSpool } from "@/server/database/sqlite-spool";

/** Where the rows of an import wait: a file, so that neither memory nor the database holds what is being read. */
export function openSpool(path: string, provider: DatabaseSource["kind"]): RowSpool {
  return provider === "sqlite" ? new SqliteSpool(path) : new FileSpool(path);
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
    if (!this.#stream.write(`${table}\n${packRows(table, rows, "postgresql")}\n`)) await once(this.#stream, "drain");
  }

  async end(): Promise<SpooledRows> {
    if (this.#error) throw this.#error;
    this.#stream.end();
    await once(this.#stream, "close");
    if (this.#error) throw this.#error;
    return { path: this.path, steps: null };
  }

  leave(): void {
    this.#stream.destroy();
  }
}
