import type { Codebook } from "@/domain/codebook/codebook";
import { SpeakerFields } from "@/domain/contract/registry-entries";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import { checkSpeakerFields } from "../check-speaker-fields";
import type { EntryNames } from "./entry-names";
import type { EntryRow } from "./identify-rows";
import { splitLines, splitParts } from "./list-cell";
import { planEntries, type ReadRow } from "./plan-entries";
import { type RegistryPlan, tellTo } from "./plan-result";
import { readMerge } from "./read-merge";
import { readState } from "./read-state";
import type { FileTable } from "./read-table";
import { SPEAKER_COLUMNS, type SpeakerColumn } from "./registry-columns";
import { speakerRow } from "./registry-rows";

interface Options {
  current: readonly DatasetSpeaker[];
  codebook: Codebook;
  newId(): string;
  isFree(id: string): boolean;
}

/** What a table of speakers does to a registry: see `planEntries`. */
export function planSpeakers(
  table: FileTable,
  { current, codebook, newId, isFree }: Options,
): RegistryPlan<DatasetSpeaker> {
  const keyOf = keysOf(codebook);
  return planEntries<DatasetSpeaker, SpeakerColumn>(table, {
    ...{ noun: "speaker", columns: SPEAKER_COLUMNS, current, newId, isFree, isEcho, rowOf: speakerRow },
    pointers: [{ column: "merged_into", of: ({ mergedIntoId }) => mergedIntoId }],
    ownOf: ({ cells }) => {
      const kind = keyOf("kind", cells.get("kind") ?? "");
      const entry = cells.get("state") === "fixed" && current.find((one) => one.fixed && one.kind === kind);
      return entry ? { entry, by: "kind" } : undefined;
    },
    isAlike: (entry, { cells }) => {
      const kind = cells.get("kind") ?? "";
      return !entry.fixed && (kind === "" || keyOf("kind", kind) === entry.kind);
    },
    reader: (rows, names) => {
      const known = new Set([...current, ...rows].map(({ id }) => id));
      return (row) => readSpeaker(row, { names, codebook, keyOf, known });
    },
  });
}

/** A name beside an id says the same as the id, and changes when somebody else is renamed. */
function isEcho(column: SpeakerColumn, before: DatasetSpeaker, after: DatasetSpeaker): boolean {
  if (column === "organisation") return before.organisationId === after.organisationId;
  if (column === "affiliations") return JSON.stringify(before.affiliations) === JSON.stringify(after.affiliations);
  return column === "merged_into" || column === "merged_into_id";
}

type KeyOf = (column: "kind" | "sector" | "function", cell: string) => string;

/** The key of a value that a cell gives by its key or, as people read it, by its label. */
function keysOf({ speaker }: Codebook): KeyOf {
  const lists = { kind: speaker.kinds, sector: speaker.sectors, function: speaker.functions };
  return (column, cell) => {
    const values = lists[column];
    return (values.find(({ key }) => key === cell) ?? values.find(({ label }) => label === cell))?.key ?? cell;
  };
}

interface Reading {
  names: EntryNames;
  codebook: Codebook;
  keyOf: KeyOf;
  known: ReadonlySet<string>;
}

function readSpeaker(
  row: EntryRow<DatasetSpeaker>,
  { names, codebook, keyOf, known }: Reading,
): ReadRow<DatasetSpeaker> {
  const { cells, before, id } = row;
  const problems: string[] = [];
  const was = before && speakerRow(before, () => "");
  const cellOf = (column: SpeakerColumn) => cells.get(column) ?? was?.[column] ?? "";
  const told = tellTo(problems);
  const hasBody = cells.has("organisation") || cells.has("organisation_id");
  const body = hasBody
    ? told(names.find({ id: cells.get("organisation_id") ?? "", name: cells.get("organisation") ?? "" }, BODY))
    : { id: before?.organisationId ?? null };
  const affiliations = cells.has("affiliations")
    ? splitParts(cells.get("affiliations") ?? "").flatMap((parts) => told(readAffiliation(parts, names)) ?? [])
    : (before?.affiliations ?? []);
  const state = told(readState(cells.get("state") ?? "", before));
  const merge = told(readMerge(row, names));
  const ids = told(readIds(cellOf("wikidata"), cellOf("other_ids")));
  if (cellOf("name") === "") problems.push("name: every speaker needs one.");
  if (cellOf("kind") === "") problems.push("kind: every speaker needs one.");
  if (problems.length > 0) return { problems };
  const parsed = SpeakerFields.safeParse({
    ...{
      name: cellOf("name"),
      kind: keyOf("kind", cellOf("kind")),
      aliases: [...new Set(splitLines(cellOf("aliases")))],
    },
    ...{ roleTitle: cellOf("role_title") || null, organisationId: body?.id ?? null },
    ...{ sector: keyOf("sector", cellOf("sector")) || null, function: keyOf("function", cellOf("function")) || null },
    ...{ country: cellOf("country") || null, notes: cellOf("notes") || null },
    ...{ externalIds: ids?.externalIds ?? {}, affiliations },
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) problems.push(`${columnOf(path.join("."))}: ${message}`);
    return { problems };
  }
  const fields = parsed.data;
  const isUnknown = before === null && fields.kind === "unknown";
  const checked = checkSpeakerFields(fields, {
    ...{ id, codebook, fixed: before?.fixed ?? false },
    // Of what other formats brought nobody knows the kind; such speakers come back.
    before: isUnknown ? { kind: "unknown", sector: null, function: null } : before,
    isSpeaker: (other) => known.has(other),
  });
  for (const { path, message } of checked) problems.push(`${columnOf(path)}: ${message}`);
  if (problems.length > 0 || !state || !merge) return { problems };
  const { aliases, ...rest } = fields;
  return {
    after: {
      ...rest,
      ...{ id, aliases: sorted(aliases), fixed: before?.fixed ?? false, mergedIntoId: merge.mergedIntoId },
      affiliations: fields.affiliations.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1)),
      ...state.state,
    },
  };
}

const BODY = { id: "organisation_id", name: "organisation" };
const sorted = (names: readonly string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

/** `from..to; organisation; role; id of the organisation`. */
function readAffiliation(parts: readonly string[], names: EntryNames) {
  const [period = "", name = "", role = "", id = "", ...more] = parts;
  const days = /^(\d{4}-\d\d-\d\d)?\s*\.\.\s*(\d{4}-\d\d-\d\d)?$/.exec(period);
  if (!days || more.length > 0) {
    return {
      problem: `affiliations: “${parts.join("; ")}” is not of the form first day..last day; organisation; role; id (days as 2022-01-31, or empty).`,
    };
  }
  const found = names.find({ id, name }, { id: "the id in affiliations", name: "affiliations" });
  if ("problem" in found) return found;
  if (found.id === null) return { problem: `affiliations: “${parts.join("; ")}” names no organisation.` };
  return {
    ...{ organisationId: found.id, roleTitle: role || null },
    ...{ validFrom: days[1] ?? null, validTo: days[2] ?? null },
  };
}

function readIds(wikidata: string, others: string): { externalIds: Record<string, string> } | { problem: string } {
  const externalIds: Record<string, string> = {};
  for (const line of splitLines(others)) {
    const [, scheme, id] = /^([a-z][a-z0-9_]{0,39})\s*:\s*([\s\S]+)$/.exec(line) ?? [];
    if (!scheme || !id) {
      return { problem: `other_ids: “${line}”: write a scheme, a colon and the id, such as viaf: 113230702.` };
    }
    externalIds[scheme] = id;
  }
  if (wikidata !== "") externalIds.wikidata = wikidata;
  return { externalIds };
}

const COLUMNS: Readonly<Record<string, SpeakerColumn>> = {
  ...{ roleTitle: "role_title", organisationId: "organisation", "externalIds.wikidata": "wikidata" },
  externalIds: "other_ids",
};

/** The column that a path of the fields is written in. */
function columnOf(path: string): string {
  const [first = ""] = path.split(".");
  return COLUMNS[path] ?? COLUMNS[first] ?? first;
}
