import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "../foreign/codebook-names";
import {
  emptyGroup,
  type ForeignCoding,
  type ForeignGroup,
  type ForeignMark,
  type ForeignReading,
  noCoding,
  reportLine,
} from "../foreign/foreign-data";
import { type JsonObject, listOf, objectOf, positionOf, textOf, timeOf, uuidOf, valueAt } from "../foreign/json-values";
import { shorten } from "../foreign/shorten";

/** What one annotation says of one source. */
interface WebAnnotationPart extends Pick<ForeignReading, "annotator" | "kind"> {
  source: string;
  marks: ForeignMark[];
  group: ForeignGroup;
}

/**
 * An annotation as a statement of each source that it has targets in. A target plays the role that it says
 * (`sayso:role`), or that one of the annotation's tags is; other tags are answers, `name: value` or a flag.
 */
export function readWebAnnotation(annotation: JsonObject, place: Place, names: CodebookNames) {
  const lines: ReportLine[] = [];
  const id = textOf(valueAt(annotation, "id", "@id"));
  const where = id ? { ...place, at: `${place.at} (${shorten(id)})` } : place;
  const { coding, role } = readBodies(annotation, place, names, lines);
  coding.statementId = uuidOf(id?.replace(/^urn:uuid:/, ""));
  const parts = new Map<string, WebAnnotationPart>();
  for (const [index, target] of listOf(valueAt(annotation, "target")).entries()) {
    const at = { ...where, at: `${place.at}.target[${index}]` };
    const object = objectOf(target);
    const source = textOf(
      objectOf(valueAt(object, "source"))
        ? valueAt(objectOf(valueAt(object, "source")), "id")
        : valueAt(object, "source", "id"),
    );
    if (!source) {
      lines.push(
        reportLine("lost", "unknown_target", at, "The target names no source and no passage; it is left out."),
      );
      continue;
    }
    const part = parts.get(source) ?? newPart(annotation, { source, coding, place: where });
    parts.set(source, part);
    const label = textOf(valueAt(object, "sayso:role")) ?? role ?? "";
    const mark = markOf(object, { id: `${where.at} ${index}`, label, place: at });
    if (!mark) {
      lines.push(
        reportLine(
          "lost",
          "unknown_selector",
          at,
          "The target has no position and no quotation of the text; it is left out.",
        ),
      );
      continue;
    }
    part.marks.push(mark);
    part.group.members.push({ role: null, mark: mark.id, place: at });
  }
  return { parts: [...parts.values()], lines };
}

function newPart(
  annotation: JsonObject,
  { source, coding, place }: { source: string; coding: ForeignCoding; place: Place },
): WebAnnotationPart {
  const group = emptyGroup(`${place.at} ${source}`, "Annotation", place);
  return {
    ...whose(annotation),
    source,
    marks: [],
    group: {
      ...group,
      coding,
      createdAt: timeOf(valueAt(annotation, "created")),
      updatedAt: timeOf(valueAt(annotation, "modified")),
    },
  };
}

function whose(annotation: JsonObject): Pick<ForeignReading, "annotator" | "kind"> {
  const creator = listOf(valueAt(annotation, "creator"))[0];
  const person = objectOf(creator);
  const name = textOf(person ? valueAt(person, "nickname", "name", "email", "id") : creator) ?? "annotator";
  const layer = valueAt(annotation, "sayso:layer");
  if (layer === "adjudication") return { annotator: name, kind: "adjudication" };
  if (layer !== "suggestion" && valueAt(person, "type") !== "Software") return { annotator: name, kind: "annotation" };
  return { annotator: name.startsWith("agent:") ? name : `agent:${name}@1`, kind: "suggestion" };
}

/** Null: nothing tells the passage. */
function markOf(target: JsonObject | null, mark: Pick<ForeignMark, "id" | "label" | "place">): ForeignMark | null {
  const selectors = listOf(valueAt(target, "selector")).flatMap((selector): JsonObject[] => {
    const object = objectOf(selector);
    return object ? [object] : [];
  });
  const ofType = (type: string) => selectors.find((selector) => valueAt(selector, "type") === type) ?? null;
  const quotation = ofType("TextQuoteSelector");
  const position = ofType("TextPositionSelector");
  const exact = valueAt(quotation, "exact");
  const quote = typeof exact === "string" ? exact : null;
  const coding = noCoding();
  if (position) {
    const range = { start: positionOf(valueAt(position, "start")), end: positionOf(valueAt(position, "end")) };
    return { ...mark, ranges: [range], quote, coding };
  }
  if (quote === null || quote === "") return null;
  const around = { before: valueAt(quotation, "prefix"), after: valueAt(quotation, "suffix") };
  return {
    ...{ ...mark, ranges: [], quote, coding },
    around: { before: textOrEmpty(around.before), after: textOrEmpty(around.after) },
  };
}

const textOrEmpty = (value: unknown) => (typeof value === "string" ? value : "");

function readBodies(annotation: JsonObject, place: Place, names: CodebookNames, lines: ReportLine[]) {
  const coding = noCoding();
  let role: string | null = null;
  if (valueAt(annotation, "sayso:confidence") === "unsure") coding.unsure = "";
  const values = [...listOf(valueAt(annotation, "body")), ...listOf(valueAt(annotation, "bodyValue"))];
  for (const [index, value] of values.entries()) {
    const at = { ...place, at: `${place.at}.body[${index}]` };
    const body = objectOf(value) ?? (typeof value === "string" ? { type: "TextualBody", value } : null);
    const source = textOf(valueAt(body, "source", "id"));
    // Also of white space only: a note may be.
    const words = textOrEmpty(valueAt(body, "value"));
    const purpose = valueAt(body, "purpose") ?? valueAt(annotation, "motivation");
    const field = textOf(valueAt(body, "sayso:field"));
    const name = textOf(valueAt(body, "sayso:name"));
    if (name && valueAt(body, "sayso:role")) {
      coding.speakers.push(name);
      // The chain begins with the article's own voice.
      coding.outlet ??= name;
    } else if (source?.startsWith("urn:sayso:")) readOwn(coding, body, source, at);
    else if (words && field) coding.answers.push({ name: field, value: words, place: at });
    else if (words && listOf(purpose).some((one) => one === "tagging" || one === "classifying")) {
      const pair = /^([^:=]{1,80})[:=](.+)$/s.exec(words);
      if (pair?.[1] && pair[2]) coding.answers.push({ name: pair[1].trim(), value: pair[2].trim(), place: at });
      else if (role === null && names.role(words) !== null) role = words;
      else coding.answers.push({ name: words, value: true, place: at });
    } else if (words) coding.notes.push(words);
    else
      lines.push(
        reportLine(
          "lost",
          "unknown_body",
          at,
          `The body “${shorten(source ?? "")}” says nothing that can be read; it is left out.`,
        ),
      );
  }
  return { coding, role };
}

/** What our own export says of the codebook: `urn:sayso:stance:<value>`, `urn:sayso:field:<key>:<value>`. */
function readOwn(coding: ForeignCoding, body: JsonObject | null, source: string, place: Place): void {
  const [kind = "", first = "", second = ""] = source.slice("urn:sayso:".length).split(":").map(decoded);
  const target = objectOf(valueAt(body, "sayso:target"));
  if (kind === "field") coding.answers.push({ name: first, value: second, place });
  else if (kind === "stance" && target) {
    coding.stances.push({
      target: textOf(valueAt(target, "sayso:name")) ?? "",
      value: first === "none" ? null : first,
      basis: textOf(valueAt(body, "sayso:basis")),
      place,
    });
  } else coding.answers.push({ name: source, value: true, place });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not encoded as addresses are: it is taken as it stands.
    return part;
  }
}
