import type { FileKind, ReadDocument } from "@/domain/contract/import";
import { readDate } from "@/domain/import/read-date";
import { normaliseText, UnstorableTextError } from "@/domain/text/normalise-text";
import { ReadError } from "./read-error";

/** What a reader found of one article, as the file writes it. */
export interface Draft {
  text: string;
  title?: string | null;
  outlet?: string | null;
  author?: string | null;
  published?: string | null;
  url?: string | null;
  language?: string | null;
  encoding?: string | null;
  notes?: readonly (string | null)[];
}

/** UTF-16 units of a text, at most: three times the longest novel. */
const LONGEST = 5_000_000;

/**
 * The article as it would be stored: text normalised as it always is, metadata that can be stored, and a note for each
 * part that cannot. Throws ReadError for a text that cannot be stored.
 */
export function toDocument(draft: Draft, kind: FileKind, place: string, name: string): ReadDocument {
  const text = storable(draft.text);
  const notes = (draft.notes ?? []).filter((note) => note !== null);
  const read = (part: string, written: string | null | undefined, as: (value: string) => string | null) => {
    const value = written?.trim() ?? "";
    const found = value === "" ? null : as(value);
    if (value !== "" && found === null)
      notes.push(`The ${part} “${value.slice(0, 80)}” could not be read; it is left empty.`);
    return found;
  };
  return {
    place,
    kind,
    encoding: draft.encoding ?? null,
    title: oneLine(draft.title ?? "", 1000) || nameWithoutEnding(place || name),
    outlet: read("outlet", draft.outlet, (value) => oneLine(value, 500)),
    author: read("author", draft.author, (value) => oneLine(value, 500)),
    published: read("date", draft.published, readDate),
    url: read("address", draft.url, readAddress),
    language: read("language", draft.language, readLanguage),
    text,
    notes,
  };
}

function storable(raw: string): string {
  try {
    const text = normaliseText(raw);
    if (text.trim() === "") throw new ReadError("It has no text.");
    if (text.length > LONGEST) throw new ReadError("It is longer than five million characters; split it.");
    return text;
  } catch (error) {
    if (error instanceof UnstorableTextError) throw new ReadError(error.message);
    throw error;
  }
}

/** Metadata is a line: no breaks, no control characters, nothing that cannot be stored. */
function oneLine(value: string, longest: number): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "");
}

function nameWithoutEnding(path: string): string {
  const name = path.split("/").at(-1) ?? "";
  return oneLine(name.replace(/\.[A-Za-z]{1,8}$/, ""), 200) || "Untitled";
}

/** Only what a browser may be led to. */
function readAddress(value: string): string | null {
  if (value.length > 2000 || !URL.canParse(value)) return null;
  const url = new URL(value);
  return (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password ? url.href : null;
}

function readLanguage(value: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(value.replaceAll("_", "-"))[0] ?? "";
    return tag.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}
