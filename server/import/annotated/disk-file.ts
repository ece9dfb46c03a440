import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AnnotatedFile } from "@/domain/import/annotated/annotated-format";
import { decodeText } from "../decode-text";

/** Bytes from which the format of a file is told. */
const HEAD = 4096;
const PIECE = 256 * 1024;

/** A file on the disk under the name it came by. */
export interface DiskFile extends AnnotatedFile {
  path: string;
}

export function diskFile(name: string, path: string): DiskFile {
  const bytes = () => readFile(path);
  return {
    ...{ name, path, bytes, size: statSync(path).size },
    text: async () => decodeText(await bytes(), null).text,
    chunks: (from = 0) => createReadStream(path, { start: from, highWaterMark: PIECE }),
  };
}

/** How a file begins, as text. */
export function headOf({ path }: DiskFile): string {
  const buffer = Buffer.alloc(HEAD);
  const file = openSync(path, "r");
  try {
    return new TextDecoder().decode(buffer.subarray(0, readSync(file, buffer, 0, HEAD, 0)));
  } finally {
    closeSync(file);
  }
}
