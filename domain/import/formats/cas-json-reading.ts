import type { Place, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "../foreign/codebook-names";
import {
  emptyGroup,
  type ForeignGroup,
  type ForeignLink,
  type ForeignMark,
  noCoding,
  reportLine,
} from "../foreign/foreign-data";
import { type JsonObject, listOf, positionOf, textOf, uuidOf, valueAt } from "../foreign/json-values";
import { shorten } from "../foreign/shorten";

interface Found {
  marks: ForeignMark[];
  groups: ForeignGroup[];
  links: ForeignLink[];
  lines: ReportLine[];
}

type Structures = ReadonlyMap<number, JsonObject>;

/** Types of the framework and of linguistic analysis, which say nothing of statements. */
const BESIDE =
  /^(?:uima\.(?:cas|tcas)\.|de\.tudarmstadt\.ukp\.dkpro\.core\.|de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type\.)|^sayso\.Dataset$/;

/**
 * The feature structures of one view: annotations are passages, labelled by the feature whose value is a role of the
 * codebook or else by their type; references tie passages, in the role that the feature (or the link between) is called;
 * structures with a Governor and a Dependent are relations.
 */
export function readCasStructures(structures: Structures, sofa: number, file: Place, names: CodebookNames): Found {
  const found: Found = { marks: [], groups: [], links: [], lines: [] };
  const own = readOwn(structures, file, found);
  const left = new Set<string>();
  for (const [id, structure] of structures) {
    const type = textOf(valueAt(structure, "%TYPE")) ?? "";
    if (own.has(id)) continue;
    const place = { ...file, at: `%ID ${id}` };
    const begin = valueAt(structure, "begin", "^begin");
    if (BESIDE.test(type) || begin === undefined) {
      const isAnalysis =
        type.startsWith("de.tudarmstadt") &&
        !/\.(?:Sentence|Token|DocumentMetaData|TagsetDescription|TagDescription|FeatureDefinition|LayerDefinition)$/.test(
          type,
        );
      if (!isAnalysis || left.has(type)) continue;
      left.add(type);
      const message = `Structures of the type “${shorten(type)}” have no place in a statement; they are left out.`;
      found.lines.push(reportLine("lost", "unknown_layer", place, message));
      continue;
    }
    if (valueAt(structure, "@sofa") !== undefined && valueAt(structure, "@sofa") !== sofa) {
      found.lines.push(reportLine("lost", "second_view", place, "It is of another view; it is left out."));
    } else readAnnotation({ structures, found, names }, { id, structure, type, place });
  }
  return found;
}

interface Context {
  structures: Structures;
  found: Found;
  names: CodebookNames;
}

interface Annotation {
  id: number;
  structure: JsonObject;
  type: string;
  place: Place;
}

function readAnnotation({ structures, found, names }: Context, { id, structure, type, place }: Annotation): void {
  const [governor, dependent] = [valueAt(structure, "@Governor"), valueAt(structure, "@Dependent")];
  const features = Object.entries(structure).filter(([name]) => !/^[%@^]|^(?:begin|end|sofa)$/.test(name));
  if (typeof governor === "number" && typeof dependent === "number") {
    const said = features.map(([, value]) => textOf(value)).find((value) => value !== null) ?? "";
    found.links.push({ label: said, from: String(governor), to: String(dependent), place });
    return;
  }
  const role = features.find(([, value]) => typeof value === "string" && names.role(value) !== null);
  const mark: ForeignMark = {
    id: String(id),
    label: role ? String(role[1]) : (type.split(".").at(-1) ?? type),
    ranges: [
      { start: positionOf(valueAt(structure, "begin", "^begin")), end: positionOf(valueAt(structure, "end", "^end")) },
    ],
    ...{ quote: null, coding: noCoding(), place },
  };
  found.marks.push(mark);
  for (const feature of features) {
    const [name, value] = feature;
    if (feature === role || value === null || value === "") continue;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      mark.coding.answers.push({ name, value, place });
    }
  }
  const group = emptyGroup(`references of ${id}`, mark.label, place);
  for (const [name, value] of Object.entries(structure)) {
    if (!name.startsWith("@") || name === "@sofa" || typeof value !== "number" || value === 0) continue;
    for (const member of membersOf(structures, value, name.slice(1))) {
      if (member.target !== null && structures.has(member.target)) {
        group.members.push({ role: member.role, mark: String(member.target), place });
      } else {
        const message = `Its “${shorten(member.role)}” leads to no structure of the file; it is left out.`;
        found.lines.push(reportLine("lost", "broken_reference", place, message));
      }
    }
  }
  if (group.members.length === 0) return;
  group.members.unshift({ role: null, mark: mark.id, place });
  found.groups.push(group);
}

interface Member {
  role: string;
  /** Null: it leads nowhere. */
  target: number | null;
}

/** What a reference leads to: a passage; through an array, several; through a link of a slot, one in the role of the link. */
function membersOf(structures: Structures, reference: number, name: string): Member[] {
  const structure = structures.get(reference) ?? null;
  if (!structure || valueAt(structure, "begin", "^begin") !== undefined) return [{ role: name, target: reference }];
  const elements = Array.isArray(valueAt(structure, "%ELEMENTS"))
    ? listOf(valueAt(structure, "%ELEMENTS"))
    : [reference];
  return elements.flatMap((element): Member[] => {
    if (typeof element !== "number") return [];
    const one = structures.get(element) ?? null;
    const target = valueAt(one, "@target");
    if (typeof target === "number") return [{ role: textOf(valueAt(one, "role")) ?? name, target }];
    return [{ role: name, target: valueAt(one, "begin", "^begin") === undefined ? null : element }];
  });
}

/** The statements of our own export, with their spans and stances; the ids of the structures that are read with it. */
function readOwn(structures: Structures, file: Place, found: Found): ReadonlySet<number> {
  const read = new Set<number>();
  const groups = new Map<number, ForeignGroup>();
  for (const [id, structure] of structures) {
    if (valueAt(structure, "%TYPE") !== "sayso.Statement") continue;
    read.add(id);
    const place = { ...file, at: `%ID ${id}` };
    const group = emptyGroup(String(id), "Statement", place);
    const { coding } = group;
    coding.statementId = uuidOf(valueAt(structure, "statementId"));
    const speaker = textOf(valueAt(structure, "speaker"));
    if (speaker) coding.speakers.push(speaker);
    if (valueAt(structure, "confidence") === "unsure")
      coding.unsure = String(valueAt(structure, "unsureComment") ?? "");
    const note = valueAt(structure, "note");
    if (typeof note === "string" && note !== "") coding.notes.push(note);
    for (const [name, value] of Object.entries(structure)) {
      if (name.startsWith("field_") && typeof value === "string" && value !== "") {
        coding.answers.push({ name: name.slice("field_".length), value, place });
      }
    }
    groups.set(id, group);
    found.groups.push(group);
  }
  for (const [id, structure] of structures) {
    const type = valueAt(structure, "%TYPE");
    if (type !== "sayso.Span" && type !== "sayso.Stance") continue;
    read.add(id);
    const place = { ...file, at: `%ID ${id}` };
    const group = groups.get(Number(valueAt(structure, "@statement")));
    if (!group) {
      found.lines.push(
        reportLine("lost", "broken_reference", place, "It belongs to no statement of the file; it is left out."),
      );
    } else if (type === "sayso.Stance") {
      group.coding.stances.push({
        target: textOf(valueAt(structure, "target")) ?? "",
        value: textOf(valueAt(structure, "value")),
        basis: textOf(valueAt(structure, "basis")),
        place,
      });
    } else {
      const quote = valueAt(structure, "quote");
      found.marks.push({
        id: String(id),
        label: textOf(valueAt(structure, "role")) ?? "",
        ranges: [{ start: positionOf(valueAt(structure, "begin")), end: positionOf(valueAt(structure, "end")) }],
        quote: typeof quote === "string" ? quote : null,
        ...{ coding: noCoding(), place },
      });
      group.members.push({ role: null, mark: String(id), place });
    }
  }
  return read;
}
