import { analyse } from "chardet";
import { ReadError } from "./read-error";

export interface Decoded {
  text: string;
  encoding: string;
  /** What was guessed or lost; null: nothing. */
  note: string | null;
}

/** Bytes at the beginning that are looked at to guess an encoding. */
const SAMPLE = 256 * 1024;

/**
 * The text of bytes: by their byte order mark, by what the file declares, as UTF-8 where they are that without a fault,
 * else by a guess, which is said. Throws ReadError for what is no text in any of them.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): Decoded {
  const marked = byMark(bytes);
  if (marked) return decodeAs(bytes, marked, null) ?? failed(marked);
  const utf8 = decodeAs(bytes, "utf-8", null);
  // Bytes that are faultless UTF-8 beyond ASCII are nothing else, whatever was declared.
  if (utf8 && !utf8.text.includes("\0")) return utf8;
  const named = declared ? knownLabel(declared) : null;
  if (named && named !== "utf-8") {
    const decoded = decodeAs(bytes, named, null);
    if (decoded) return decoded;
  }
  const wide = byZeros(bytes);
  if (wide) return decodeAs(bytes, wide, GUESSED(wide)) ?? failed(wide);
  if (bytes.subarray(0, SAMPLE).includes(0))
    throw new ReadError("The file is no text: it holds bytes that no text has.");
  for (const { name } of analyse(bytes.subarray(0, SAMPLE))) {
    const label = knownLabel(name);
    if (label === null || label === "utf-8") continue;
    const decoded = decodeAs(bytes, label, GUESSED(label));
    if (decoded) return decoded;
  }
  throw new ReadError("The encoding of the file cannot be told: save it as UTF-8.");
}

const GUESSED = (label: string) =>
  `The file does not say its encoding; ${label} was guessed. Look at letters with accents.`;

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: every other byte of Latin letters is zero. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < sample.length * 0.2) return null;
  if (even > odd * 4) return "utf-16be";
  return odd > even * 4 ? "utf-16le" : null;
}

function knownLabel(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, label: string, note: string | null): Decoded | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { text: label === "windows-1252" ? withQuotes(text) : text, encoding: label, note };
  } catch {
    return null;
  }
}

/** What windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const UPPER = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Node 20 to 23 decode windows-1252 as Latin-1, which has controls in the place of quotation marks (nodejs/node#56542). */
const withQuotes = (text: string) =>
  text.replace(/[\u0080-\u009F]/g, (control) => {
    const character = UPPER[control.charCodeAt(0) - 0x80] ?? " ";
    return character === " " ? control : character;
  });

function failed(label: string): never {
  throw new ReadError(`The file says it is ${label}, but it is not: save it again as UTF-8.`);
}
