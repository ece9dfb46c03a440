import { crc32, inflateRawSync } from "node:zlib";
import { ReadError } from "./read-error";

/** Entries a ZIP may have, so that reading its list alone stays small. */
const ENTRY_LIMIT = 2000;
/** Bytes that may really come out of one ZIP, whatever it says of itself. */
export const INFLATED_LIMIT = 48 * 1024 * 1024;
/** Deflate gives a thousand bytes for one, of what people write some ten: a file that gives more than this is a bomb. */
const MOST_TIMES = 200;
/** Bytes that every file may give. */
const SMALL = 1024 * 1024;
/** As a size: it stands in the part for larger files, which is not read. */
const SAID_ELSEWHERE = 0xffffffff;

export interface ZipEntry {
  /** As written in the ZIP; nothing is ever written to a disk under it. */
  name: string;
  /** Why it is left out; null: it may be read. */
  refused: string | null;
  method: number;
  crc: number;
  /** Bytes that it says come out of it; null: it does not say. */
  size: number | null;
  /** Where its bytes lie. */
  start: number;
  end: number;
}

/**
 * The files a ZIP lists in its directory, without inflating any. Throws ReadError for what is no whole ZIP, has too many
 * entries, or lets entries share bytes, as bombs do.
 */
export function listEntries(bytes: Uint8Array, limit = ENTRY_LIMIT): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view, limit);
  } catch (error) {
    if (error instanceof RangeError) throw new ReadError("The ZIP is damaged: it points outside itself.");
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView, limit: number): ZipEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limit) throw new ReadError(`The ZIP holds ${count} files; ${limit} at most can be read at once.`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50)
      throw new ReadError("The ZIP is damaged: its list of files is not whole.");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const rawName = bytes.subarray(at + 46, at + 46 + (nameLength ?? 0));
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(rawName, (flags & 0x800) !== 0);
    const packed = view.getUint32(at + 20, true);
    const header = view.getUint32(at + 42, true);
    if (view.getUint32(header, true) !== 0x04034b50)
      throw new ReadError("The ZIP is damaged: a file is not where it says.");
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (start + packed > bytes.length) throw new RangeError("outside");
    const mode = (view.getUint32(at + 38, true) >>> 16) & 0o170000;
    const method = view.getUint16(at + 10, true);
    const refused = refusal({ name, mode, method, encrypted: (flags & 1) !== 0 });
    const said = view.getUint32(at + 24, true);
    const size = said === SAID_ELSEWHERE ? null : said;
    entries.push({ name, refused, method, crc: view.getUint32(at + 16, true), size, start, end: start + packed });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  if (inOrder.some((entry, index) => index > 0 && entry.start < (inOrder[index - 1]?.end ?? 0))) {
    throw new ReadError("The ZIP is refused: files in it share the same bytes.");
  }
  return entries.filter(({ name }) => !name.endsWith("/"));
}

function findEnd(view: DataView): number {
  // A comment of at most 65,535 bytes may follow.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new ReadError("The ZIP is damaged or not whole: its end is missing.");
}

function nameOf(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder(isUtf8 ? "utf-8" : "windows-1252").decode(raw);
  }
}

function refusal(entry: { name: string; mode: number; method: number; encrypted: boolean }): string | null {
  const parts = entry.name.split("/");
  const escapes =
    parts.includes("..") || /^\/|^[A-Za-z]:|\\|\0/.test(entry.name) || parts.includes("__proto__") || entry.name === "";
  if (escapes) return "Its name would lead out of the ZIP; it is left out.";
  if (entry.mode === 0o120000) return "It is a link and no file; it is left out.";
  if (entry.encrypted) return "It is protected by a password; unpack it first.";
  if (entry.method !== 0 && entry.method !== 8) return "It is packed in a way that cannot be read; pack the ZIP anew.";
  return null;
}

/** Inflates entries of one ZIP, counting the bytes that really come out of all of them together. */
export class Inflater {
  private left: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limit = INFLATED_LIMIT,
  ) {
    this.left = limit;
  }

  /** Throws ReadError for a damaged entry, for a bomb, and when the ZIP has given all the bytes it may. */
  inflate({ method, crc, size, start, end }: ZipEntry): Uint8Array {
    const packed = this.bytes.subarray(start, end);
    const inflated = method === 0 ? packed : this.open(packed, size);
    this.left -= inflated.length;
    if (this.left < 0) throw tooLarge(this.limit);
    if (size !== null && inflated.length !== size) throw otherSize();
    if (crc32(inflated) !== crc) throw new ReadError("It is damaged: its checksum differs.");
    return inflated;
  }

  /** Never more than it says comes out of it, and not even that where what it says is too much. */
  private open(packed: Uint8Array, size: number | null): Uint8Array {
    const allowed = Math.max(SMALL, packed.length * MOST_TIMES);
    if (size !== null && size > allowed) throw bomb();
    if (size !== null && size > this.left) throw tooLarge(this.limit);
    const most = Math.max(1, Math.min(this.left, size ?? allowed));
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw new ReadError("It is damaged.");
      // It came out, though nobody keeps it: many small bombs are one.
      this.left -= most + 1;
      if (size !== null) throw otherSize();
      throw this.left < 0 ? tooLarge(this.limit) : bomb();
    }
  }
}

const bomb = () => new ReadError(`It is refused: more than ${MOST_TIMES} times its size is packed in it.`);
const otherSize = () => new ReadError("It is damaged: more or less comes out of it than the ZIP says.");
const tooLarge = (limit: number) =>
  new ReadError(`What is packed in it is larger than ${limit / 1024 / 1024} MB; split it.`);
