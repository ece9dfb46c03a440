import type { Hash, OutputFile } from "../export-format";
import { encoded } from "../zip";

/** What is known of a file once it has been written. */
export interface FileRecord {
  path: string;
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** Keeps what was written: the files that describe others come after them. */
export class FileRecords {
  readonly all: FileRecord[] = [];

  constructor(private readonly newHash: () => Hash) {}

  /** The same file, whose record is there once its chunks have been read. */
  recorded({ path, chunks }: OutputFile): OutputFile {
    return { path, chunks: this.#counted(path, chunks) };
  }

  find(path: string): FileRecord {
    const record = this.all.find((one) => one.path === path);
    if (!record) throw new Error(`${path} has not been written yet.`);
    return record;
  }

  async *#counted(path: string, chunks: OutputFile["chunks"]): AsyncGenerator<Uint8Array> {
    const hash = this.newHash();
    let bytes = 0;
    for await (const chunk of chunks) {
      const part = encoded(chunk);
      hash.update(part);
      bytes += part.length;
      yield part;
    }
    this.all.push({ path, bytes, sha256: hash.hex() });
  }
}
