import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { Range } from "@/domain/text/span";
import { reportLine } from "../foreign/foreign-data";
import { shorten } from "../foreign/shorten";

interface Placed {
  id: string;
  place: Place;
}

/** The lines of a `.ann` file by kind, as they are: references may lead nowhere. */
export interface Standoff {
  passages: (Placed & { label: string; ranges: Range[]; words: string })[];
  events: (Placed & { label: string; trigger: string; args: { role: string; to: string }[] })[];
  relations: (Placed & { label: string; args: string[] })[];
  /** Of binary ones the value is true. */
  attributes: (Placed & { name: string; of: string; value: string | true })[];
  normalisations: (Placed & { of: string; resource: string; entry: string; name: string })[];
  notes: (Placed & { type: string; of: string; words: string })[];
  lines: ReportLine[];
}

/**
 * Reads brat standoff: text-bound annotations (T, in one or several pieces), events (E), relations (R), attributes (A,
 * and M of old files), normalisations (N) and notes (#). Lines of other kinds, broken ones and those whose id an earlier
 * line has are told.
 */
export function readStandoff(file: string, text: string): Standoff {
  const found: Standoff = {
    ...{ passages: [], events: [], relations: [], attributes: [], normalisations: [], notes: [], lines: [] },
  };
  const ids = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const written = line.replace(/\r$/, "");
    if (written.trim() === "") continue;
    const [id = "", body = "", ...rest] = written.split("\t");
    const place = { file, line: index + 1, at: shorten(id) };
    const lose = (code: string, message: string) => void found.lines.push(reportLine("lost", code, place, message));
    if (id === "*") {
      lose("equivalence", `Equivalences are not kept: “${shorten(body)}” is left out.`);
      continue;
    }
    if (ids.has(id)) {
      lose("repeated_id", `The id ${shorten(id)} stands on an earlier line too; this one is left out.`);
      continue;
    }
    if (!readLine(found, { id, place }, body, rest.join("\t"))) {
      lose("unknown_line", `“${shorten(written)}” is no line of brat standoff; it is left out.`);
      continue;
    }
    ids.add(id);
  }
  return found;
}

/** False: it is of no kind, or broken. */
function readLine(found: Standoff, { id, place }: Placed, body: string, rest: string): boolean {
  const words = body.split(" ").filter((word) => word !== "");
  const [name = "", first = "", ...others] = words;
  if (name === "") return false;
  switch (id.charAt(0)) {
    case "T": {
      const pieces = body.slice(name.length).trim().split(";");
      const ranges = pieces.map((piece) => /^\s*(\d{1,20})\s+(\d{1,20})\s*$/.exec(piece));
      if (ranges.some((range) => range === null)) return false;
      const numbers = ranges.map((range) => ({ start: Number(range?.[1]), end: Number(range?.[2]) }));
      found.passages.push({ id, place, label: name, ranges: numbers, words: rest });
      return true;
    }
    case "E": {
      const [trigger, ...args] = words.map((word) => {
        const colon = word.lastIndexOf(":");
        return { role: word.slice(0, Math.max(colon, 0)), to: word.slice(colon + 1) };
      });
      if (!trigger?.role || args.some(({ role }) => role === "")) return false;
      found.events.push({ id, place, label: trigger.role, trigger: trigger.to, args });
      return true;
    }
    case "R":
      if (words.length < 3) return false;
      found.relations.push({ id, place, label: name, args: words.slice(1).map((word) => word.replace(/^[^:]*:/, "")) });
      return true;
    case "A":
    case "M":
      if (first === "") return false;
      found.attributes.push({ id, place, name, of: first, value: others.length === 0 ? true : others.join(" ") });
      return true;
    case "N": {
      const entry = others.join(" ");
      const colon = entry.indexOf(":");
      if (first === "" || colon < 0) return false;
      const [resource, rid] = [entry.slice(0, colon), entry.slice(colon + 1)];
      found.normalisations.push({ id, place, of: first, resource, entry: rid, name: rest });
      return true;
    }
    case "#":
      if (first === "") return false;
      found.notes.push({ id, place, type: name, of: first, words: rest });
      return true;
    default:
      return false;
  }
}
