import type { Place } from "@/domain/import/annotated/annotated-data";
import type { ReadingLine } from "./worker-messages";

/** How JSON writes what no database stores: U+0000 and half a surrogate pair. Also matches text that only looks so. */
const SUSPECT = /\\u0000|\\ud[89a-f]/;

/**
 * For a line that holds a character no database stores: the line of the report that says its part is left out. Null: there
 * is none, which is nearly always told without reading the line.
 */
export function unstorablePart(text: string): ReadingLine | null {
  if (!SUSPECT.test(text)) return null;
  const line = JSON.parse(text) as ReadingLine;
  if (isStorable(line)) return null;
  const place = placeOf(line);
  const message = "It holds a character that cannot be stored (U+0000, or half of a pair); it is left out.";
  return { part: "line", line: { ...place, effect: "lost", code: "unstorable", message } };
}

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}

function placeOf(line: ReadingLine): Place {
  const clean = (text: string) => text.toWellFormed().replaceAll("\0", "␀");
  if (line.part === "document" || line.part === "line") {
    const place = line.part === "document" ? line.document.place : line.line;
    return { file: clean(place.file), line: place.line, at: clean(place.at) };
  }
  return { file: "", line: null, at: line.part };
}
