import { type AnnotatedFile, AnnotatedFormatError } from "../annotated-format";

// A dataset may be larger than memory, and JSON.parse wants it whole. So its bytes are scanned for where lists begin and
// where their elements end, and only one element at a time is parsed. Everything structural in JSON is ASCII.

const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [SPACE, TAB, RETURN] = [0x20, 0x09, 0x0d];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where something begins in a file. */
export interface Position {
  /** Bytes before it. */
  byte: number;
  /** From 1. */
  line: number;
}

export interface JsonIndex {
  /** Of each list of the outermost object, and of objects directly in it ("registry.speakers"): just after its bracket. */
  lists: ReadonlyMap<string, Position>;
  /** The other values of the outermost object. */
  values: ReadonlyMap<string, unknown>;
}

/** Longest value beside the lists that is kept, bytes. */
const VALUE_LIMIT = 1024 * 1024;

/** What a file that holds one JSON object has where. Reads it once. Throws AnnotatedFormatError for what is none. */
export async function indexJson(file: Pick<AnnotatedFile, "name" | "chunks">): Promise<JsonIndex> {
  const lists = new Map<string, Position>();
  const values = new Map<string, unknown>();
  const skip = stringSkipper();
  const path: string[] = [];
  let [depth, line, offset, awaitsKey] = [0, 1, 0, true];
  const [key, value] = [new Excerpt(), new Excerpt()];
  const keepValue = (chunk: Uint8Array, at: number) => {
    const text = value.end(chunk, at)?.trim();
    if (text) values.set(path[0] ?? "", parsed(text, file.name, line));
  };
  for await (const chunk of file.chunks()) {
    let at = 0;
    while (at < chunk.length) {
      if (skip.inside) {
        at = skip.over(chunk, at);
        if (!skip.inside && key.begun) path[depth - 1] = String(parsed(key.end(chunk, at) ?? "", file.name, line));
        continue;
      }
      const byte = chunk[at];
      if (byte === NEWLINE) line += 1;
      else if (byte === QUOTE) {
        if (awaitsKey && (depth === 1 || depth === 2)) key.begin(at);
        skip.begin();
      } else if (byte === COLON && depth <= 2) {
        awaitsKey = false;
        if (depth === 1) value.begin(at + 1);
      } else if (byte === COMMA && depth <= 2) {
        if (depth === 1) keepValue(chunk, at);
        awaitsKey = true;
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (depth === 0 && byte === OPEN_LIST) throw new AnnotatedFormatError(`${file.name} is a list, not a dataset.`);
        if (byte === OPEN_LIST && depth <= 2) {
          lists.set(path.slice(0, depth).join("."), { byte: offset + at + 1, line });
          value.drop();
        }
        depth += 1;
        awaitsKey = byte === OPEN_OBJECT;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 1) keepValue(chunk, at);
        depth -= 1;
        awaitsKey = false;
      }
      at += 1;
    }
    key.goOn(chunk);
    value.goOn(chunk);
    offset += chunk.length;
  }
  if (depth !== 0 || skip.inside) throw new AnnotatedFormatError(`${file.name} is not whole: its JSON ends too early.`);
  return { lists, values };
}

/** Some bytes of a file that may lie in several chunks, as text. */
class Excerpt {
  #start: number | null = null;
  #parts: Uint8Array[] = [];
  #size = 0;

  get begun(): boolean {
    return this.#start !== null;
  }

  begin(at: number): void {
    this.drop();
    this.#start = at;
  }

  /** To be called at the end of each chunk. */
  goOn(chunk: Uint8Array): void {
    if (this.#start === null) return;
    this.#parts.push(chunk.subarray(this.#start));
    this.#size += chunk.length - this.#start;
    this.#start = 0;
    if (this.#size > VALUE_LIMIT) this.drop();
  }

  /** Null: nothing was begun, or it got too long. */
  end(chunk: Uint8Array, at: number): string | null {
    if (this.#start === null) return null;
    const text = new TextDecoder().decode(joined([...this.#parts, chunk.subarray(this.#start, at)]));
    this.drop();
    return text;
  }

  drop(): void {
    this.#start = null;
    this.#parts = [];
    this.#size = 0;
  }
}

/** The elements of a list, each an object, with the line it begins on. Throws AnnotatedFormatError for broken JSON. */
export async function* elementsOf(
  file: Pick<AnnotatedFile, "name" | "chunks">,
  start: Position,
): AsyncGenerator<{ line: number; value: unknown }> {
  const decoder = new TextDecoder();
  const skip = stringSkipper();
  let [depth, line, begun] = [0, start.line, start.line];
  let parts: Uint8Array[] = [];
  // As our own exports have them: one element a line.
  let isByLine = true;
  for await (const chunk of file.chunks(start.byte)) {
    let [at, from] = [0, 0];
    while (at < chunk.length) {
      if (skip.inside) {
        at = skip.over(chunk, at);
        continue;
      }
      const byte = chunk[at];
      if (depth === 0 && isByLine && byte === OPEN_OBJECT) {
        const end = chunk.indexOf(NEWLINE, at);
        const value = end === -1 ? null : valueOfLine(chunk, at, end, decoder);
        if (value !== null) {
          yield { line, value };
          at = end;
          continue;
        }
        isByLine = end === -1;
      }
      if (byte === NEWLINE) line += 1;
      else if (byte === QUOTE) skip.begin();
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (depth === 0) [from, begun] = [at, line];
        depth += 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) return;
        depth -= 1;
        if (depth === 0) {
          const bytes = joined([...parts, chunk.subarray(from, at + 1)]);
          parts = [];
          yield { line: begun, value: parsed(decoder.decode(bytes), file.name, begun) };
        }
      }
      at += 1;
    }
    if (depth > 0) parts.push(chunk.subarray(from));
  }
}

/** The object that a line from here on is, but for a comma behind it; null: it is another part of the file. */
function valueOfLine(chunk: Uint8Array, from: number, end: number, decoder: TextDecoder): object | null {
  let to = end;
  for (let byte = chunk[to - 1]; byte === COMMA || byte === SPACE || byte === TAB || byte === RETURN; ) {
    to -= 1;
    byte = chunk[to - 1];
  }
  if (chunk[to - 1] !== CLOSE_OBJECT) return null;
  try {
    // A line break is never within a string, so what is whole JSON is the whole element.
    return JSON.parse(decoder.decode(chunk.subarray(from, to)));
  } catch {
    return null;
  }
}

/** Bytes of a string that are looked at one by one: for short ones, as keys are, that takes less than a search. */
const NEAR = 128;

/** Goes over the rest of a string, to after its closing quotation mark, also where it goes on in the next chunk. */
function stringSkipper() {
  let escaped = false;
  return {
    inside: false,
    begin() {
      this.inside = true;
      escaped = false;
    },
    over(chunk: Uint8Array, from: number): number {
      let at = from;
      if (escaped) {
        at += 1;
        escaped = false;
      }
      for (const near = Math.min(at + NEAR, chunk.length); at < near; at += 1) {
        const byte = chunk[at];
        if (byte === QUOTE) {
          this.inside = false;
          return at + 1;
        }
        if (byte === BACKSLASH) at += 1;
      }
      if (at > chunk.length) {
        escaped = true;
        return chunk.length;
      }
      let backslash = chunk.indexOf(BACKSLASH, at);
      for (;;) {
        const quote = chunk.indexOf(QUOTE, at);
        if (backslash !== -1 && backslash < at) backslash = chunk.indexOf(BACKSLASH, at);
        if (backslash !== -1 && (quote === -1 || backslash < quote)) {
          at = backslash + 2;
          if (at > chunk.length) {
            escaped = true;
            return chunk.length;
          }
          continue;
        }
        if (quote === -1) return chunk.length;
        this.inside = false;
        return quote + 1;
      }
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AnnotatedFormatError(`${file}, line ${line}: this is not valid JSON.`);
  }
}
