import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "../foreign/codebook-names";
import { foldLabel } from "../foreign/fold-label";
import { type ForeignLink, type ForeignMark, noCoding, reportLine } from "../foreign/foreign-data";
import { type JsonObject, listOf, objectOf, positionOf, textOf, uuidOf, valueAt } from "../foreign/json-values";
import { shorten } from "../foreign/shorten";

interface Found {
  marks: ForeignMark[];
  links: ForeignLink[];
  lines: ReportLine[];
}

/**
 * The regions and relations of a `result`: entries of one id are one region; what is chosen or written of a region is its
 * answer, under the name of the control (`from_name`); `speaker` names who speaks.
 */
export function readLabelStudioResult(result: unknown, place: Place, text: string, names: CodebookNames): Found {
  const found: Found = { marks: [], links: [], lines: [] };
  const regions = new Map<string, ForeignMark>();
  for (const [index, value] of listOf(result).entries()) {
    const where = { ...place, at: `${place.at}.result[${index}]` };
    const entry = objectOf(value);
    const type = textOf(valueAt(entry, "type")) ?? "";
    if (!entry) lose(found, "unknown_region", where, "It is no region; it is left out.");
    else if (type === "relation") for (const link of linksOf(entry, where)) found.links.push(link);
    else readRegion({ found, regions, text, names }, entry, type, where);
  }
  found.marks = [...regions.values()];
  return found;
}

const lose = (found: Found, code: string, place: Place, message: string) =>
  void found.lines.push(reportLine("lost", code, place, message));

function linksOf(entry: JsonObject, place: Place): ForeignLink[] {
  const [from, to] = [String(valueAt(entry, "from_id")), String(valueAt(entry, "to_id"))];
  const labels = listOf(valueAt(entry, "labels")).map(String);
  return (labels.length === 0 ? [""] : labels).map((label) => ({ label, from, to, place }));
}

interface Region {
  found: Found;
  regions: Map<string, ForeignMark>;
  text: string;
  names: CodebookNames;
}

function readRegion({ found, regions, text, names }: Region, entry: JsonObject, type: string, place: Place): void {
  const value = objectOf(valueAt(entry, "value"));
  const id = String(valueAt(entry, "id") ?? place.at);
  const name = textOf(valueAt(entry, "from_name")) ?? type;
  const [start, end] = [positionOf(valueAt(value, "start")), positionOf(valueAt(value, "end"))];
  const labels = listOf(valueAt(value, type, "labels")).map(String);
  if (!value || Number.isNaN(start) || Number.isNaN(end)) {
    lose(found, "unknown_region", place, `“${shorten(name)}” is of no passage by characters; it is left out.`);
    return;
  }
  let mark = regions.get(id);
  if (!mark) {
    const coding = noCoding();
    // Our own export calls regions by the statement and a number.
    coding.statementId = uuidOf(id.replace(/:\d+$/, ""));
    mark = { id, label: "", ranges: [{ start, end }], quote: null, coding, place };
    regions.set(id, mark);
  }
  if (mark.ranges[0]?.start !== start || mark.ranges[0]?.end !== end) {
    lose(found, "repeated_id", place, `Another passage has the id ${shorten(id)}; this one is left out.`);
    return;
  }
  mark.quote ??= quoteOf(value, text);
  for (const note of listOf(valueAt(objectOf(valueAt(entry, "meta")), "text"))) mark.coding.notes.push(String(note));
  if (type.endsWith("labels")) {
    for (const label of labels) {
      if (mark.label === "" || mark.label === label) mark.label = label;
      else lose(found, "second_label", place, `A passage has one label here; “${shorten(label)}” is left out.`);
    }
    return;
  }
  const answer = answerOf(value, type);
  if (answer === null)
    lose(
      found,
      "unknown_control",
      place,
      `“${shorten(name)}” holds nothing that can be read (${shorten(type)}); it is left out.`,
    );
  else if (foldLabel(name) === "speaker" && !names.field(name))
    mark.coding.speakers.push(...[answer].flat().map(String).slice(0, 1));
  else mark.coding.answers.push({ name, value: answer, place });
}

/** The words of a region. Old files write line ends of them as `\n` in two characters. */
function quoteOf(value: JsonObject, text: string): string | null {
  const quote = valueAt(value, "text");
  if (typeof quote !== "string") return null;
  return text.includes("\\n") ? quote : quote.replaceAll("\\n", "\n");
}

function answerOf(value: JsonObject, type: string): string | number | string[] | null {
  if (type === "number" || type === "rating") {
    const number = valueAt(value, type);
    return typeof number === "number" ? number : null;
  }
  const said = listOf(valueAt(value, type === "textarea" ? "text" : type));
  // A taxonomy gives each choice with what stands above it.
  const texts = said.map((one) => String(Array.isArray(one) ? (one.at(-1) ?? "") : one));
  if (texts.length === 0) return null;
  return texts.length === 1 ? (texts[0] ?? null) : texts;
}
