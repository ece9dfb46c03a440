import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "../foreign/codebook-names";
import {
  emptyGroup,
  type ForeignGroup,
  type ForeignLink,
  type ForeignMark,
  noCoding,
  reportLine,
} from "../foreign/foreign-data";
import { uuidOf } from "../foreign/json-values";
import { shorten } from "../foreign/shorten";
import { numbered, partedAt, unescaped, type WebAnnoFile, type WebAnnoLayer, type WebAnnoRow } from "./webanno-rows";

export interface WebAnnoMarks {
  marks: ForeignMark[];
  groups: ForeignGroup[];
  links: ForeignLink[];
  lines: ReportLine[];
}

/** The layer that our own export writes. */
const OWN = "webanno.custom.SaysoSpan";

/**
 * The annotations of a file: of a span layer, a passage for each; its label is the value that is a role of the codebook, or
 * else the layer's name. Slots and relations tie passages. Layers of linguistic analysis and chains are not kept.
 */
export function readWebAnnoMarks(file: WebAnnoFile, place: ForeignMark["place"], names: CodebookNames): WebAnnoMarks {
  const found: WebAnnoMarks = { marks: [], groups: [], links: [], lines: [] };
  const rows = file.sentences.flatMap((sentence) => sentence.rows);
  const spans = new Map<string, Annotation>();
  for (const layer of file.layers) {
    if (layer.kind === "chain" || layer.name.startsWith("de.tudarmstadt.ukp.dkpro.core.")) {
      const message = `The layer “${shorten(layer.name)}” has no place in a statement; it is left out.`;
      found.lines.push(reportLine("lost", "unknown_layer", place, message));
    } else if (layer.kind === "span") for (const one of annotationsOf(layer, rows)) spans.set(one.id, one);
  }
  const own = new Map<string, ForeignGroup>();
  for (const one of spans.values()) addMark({ found, own, names }, one);
  found.groups = [...own.values()];
  const at = placesOf(spans.values());
  for (const one of spans.values()) addSlots(found, one, at);
  for (const layer of file.layers) if (layer.kind === "relation") addRelations(found, layer, rows, at);
  return found;
}

interface Annotation {
  id: string;
  layer: WebAnnoLayer;
  /** By column of the layer; absent: nothing. */
  values: Map<number, string>;
  rows: WebAnnoRow[];
}

/** Annotations of a layer: what has a number is one over all its rows; what has none is of its row alone. */
function annotationsOf(layer: WebAnnoLayer, rows: readonly WebAnnoRow[]): Annotation[] {
  const found = new Map<string, Annotation>();
  for (const [index, row] of rows.entries()) {
    const cells = layer.columns.map((_, column) => row.cells[layer.from + column] ?? "_");
    if (cells.every((cell) => cell === "_" || cell === "")) continue;
    const stacks = cells.map((cell) => partedAt(cell, "|").map(numbered));
    for (let level = 0; level < Math.max(...stacks.map((stack) => stack.length)); level += 1) {
      // Slots lead to numbers of other annotations: theirs are not its own.
      const own = stacks.filter((_, column) => !isSlotTarget(layer, column));
      const number = own.map((stack) => stack[level]?.number ?? null).find((one) => one !== null);
      const id = number ? `${layer.from} [${number}]` : `${layer.from} ${index}.${level}`;
      const one = found.get(id) ?? { id, layer, values: new Map<number, string>(), rows: [] };
      found.set(id, one);
      one.rows.push(row);
      for (const [column, stack] of stacks.entries()) {
        const part = stack[level];
        if (!part || one.values.has(column)) continue;
        const value = isSlotTarget(layer, column) ? (partedAt(cells[column] ?? "", "|")[level] ?? "") : part.value;
        if (value !== "*" && value !== "_" && value !== "") one.values.set(column, value);
      }
    }
  }
  return [...found.values()];
}

const isSlot = (layer: WebAnnoLayer, column: number) => layer.columns[column]?.startsWith("ROLE_") ?? false;
const isSlotTarget = (layer: WebAnnoLayer, column: number) => column > 0 && isSlot(layer, column - 1);

interface Marking {
  found: WebAnnoMarks;
  /** Statements of our own export by their ids. */
  own: Map<string, ForeignGroup>;
  names: CodebookNames;
}

function addMark({ found, own, names }: Marking, { id, layer, values, rows }: Annotation): void {
  const [first] = rows;
  if (!first) return;
  const mark: ForeignMark = {
    ...{ id, label: layer.name.split(".").at(-1) ?? layer.name, quote: null, coding: noCoding(), place: first.place },
    ranges: rangesOf(rows),
  };
  found.marks.push(mark);
  const features = [...values].flatMap(([column, value]) =>
    isSlot(layer, column) || isSlotTarget(layer, column)
      ? []
      : [{ name: layer.columns[column] ?? "", value: unescaped(value) }],
  );
  const role = features.find(({ value }) => names.role(value) !== null);
  if (role) mark.label = role.value;
  for (const feature of features) {
    if (feature === role) continue;
    const { name, value } = feature;
    if (layer.name === OWN && name === "statement") tieOwn(own, mark, value);
    else if (layer.name === OWN && name === "speaker") mark.coding.speakers.push(value);
    else if (layer.name === OWN && name === "stances") {
      for (const stance of value.split(", ")) {
        const [target = "", said = "", basis = ""] = stance.split(":");
        mark.coding.stances.push({ target, value: said || null, basis: basis || null, place: mark.place });
      }
    } else mark.coding.answers.push({ name, value, place: mark.place });
  }
}

/** From the first of the rows to the last: what stands between them is covered too. */
function rangesOf(rows: readonly WebAnnoRow[]) {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const row of rows) {
    start = Math.min(start, row.start);
    end = Math.max(end, row.end);
  }
  return [{ start, end }];
}

/** Passages of our own export belong to the statement that they name. */
function tieOwn(own: Map<string, ForeignGroup>, mark: ForeignMark, statement: string): void {
  let group = own.get(statement);
  if (!group) {
    group = emptyGroup(statement, "Statement", mark.place);
    group.coding.statementId = uuidOf(statement);
    own.set(statement, group);
  }
  group.members.push({ role: null, mark: mark.id, place: mark.place });
}

interface Places {
  byNumber: ReadonlyMap<string, string>;
  byToken: ReadonlyMap<string, readonly Annotation[]>;
}

function placesOf(annotations: Iterable<Annotation>): Places {
  const byNumber = new Map<string, string>();
  const byToken = new Map<string, Annotation[]>();
  for (const one of annotations) {
    const number = /\[(\d+)\]$/.exec(one.id)?.[1];
    if (number && !byNumber.has(number)) byNumber.set(number, one.id);
    const token = one.rows[0]?.token ?? "";
    const here = byToken.get(token);
    if (here) here.push(one);
    else byToken.set(token, [one]);
  }
  return { byNumber, byToken };
}

/** The annotation that a slot or a relation leads to: by its number, else the only one of the layer at the token. */
function leadsTo(reference: string, number: string | null, layer: string | null, at: Places): string | null {
  if (number && number !== "0") return at.byNumber.get(number) ?? null;
  const here = (at.byToken.get(reference) ?? []).filter((one) => layer === null || one.layer.name === layer);
  return here.length === 1 ? (here[0]?.id ?? null) : null;
}

function addSlots(found: WebAnnoMarks, { id, layer, values, rows }: Annotation, at: Places): void {
  const place = rows[0]?.place;
  if (!place) return;
  let group: ForeignGroup | null = null;
  for (const [column, value] of values) {
    const targets = isSlot(layer, column) ? values.get(column + 1) : undefined;
    if (targets === undefined) continue;
    if (!group) {
      group = emptyGroup(`slots of ${id}`, layer.name.split(".").at(-1) ?? "", place);
      group.members.push({ role: null, mark: id, place });
      found.groups.push(group);
    }
    const roles = partedAt(value, ";").map((role) => unescaped(numbered(role).value));
    for (const [index, target] of partedAt(targets, ";").entries()) {
      const { value: token, number } = numbered(target);
      const type = layer.columns[column + 1] ?? "";
      const mark = leadsTo(token, number, type === "uima.tcas.Annotation" ? null : type, at);
      if (mark) group.members.push({ role: roles[index] ?? null, mark, place });
      else {
        const message = `The slot “${shorten(roles[index] ?? "")}” leads to ${shorten(target)}, where no annotation can be told; it is left out.`;
        found.lines.push(reportLine("lost", "broken_reference", place, message));
      }
    }
  }
}

function addRelations(found: WebAnnoMarks, layer: WebAnnoLayer, rows: readonly WebAnnoRow[], at: Places): void {
  const last = layer.columns.length - 1;
  const base = layer.columns[last]?.replace(/^BT_/, "") ?? null;
  for (const { cells, token, place } of rows) {
    const sources = cells[layer.from + last] ?? "_";
    if (sources === "_" || sources === "" || layer.name.startsWith("de.tudarmstadt.ukp.dkpro.core.")) continue;
    const labels = partedAt(last > 0 ? (cells[layer.from] ?? "*") : "*", "|").map((label) => numbered(label).value);
    for (const [index, source] of partedAt(sources, "|").entries()) {
      const { value, number } = numbered(source);
      const [fromNumber, toNumber] = number?.split("_") ?? [];
      const from = leadsTo(value, fromNumber ?? null, base, at);
      const to = leadsTo(token, toNumber ?? null, base, at);
      const label = labels[index] ?? "*";
      if (from && to) found.links.push({ label: label === "*" ? "" : unescaped(label), from, to, place });
      else {
        const message = `The relation “${shorten(label)}” from ${shorten(source)} leads to no annotation that can be told; it is left out.`;
        found.lines.push(reportLine("lost", "broken_reference", place, message));
      }
    }
  }
}
