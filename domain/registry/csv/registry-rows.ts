import type { Target } from "@/domain/contract/registry";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import { joinLines, joinParts } from "./list-cell";
import { SPEAKER_COLUMNS, type SpeakerColumn, stateOf, TARGET_COLUMNS, type TargetColumn } from "./registry-columns";

type Row<Column extends string> = Readonly<Record<Column, string>>;

/** A speaker as a row; `nameOf` gives the name of any of them by id. */
export function speakerRow(speaker: DatasetSpeaker, nameOf: (id: string) => string): Row<SpeakerColumn> {
  const { wikidata = "", ...others } = speaker.externalIds;
  const named = (id: string | null) => (id === null ? "" : nameOf(id));
  return {
    ...{ id: speaker.id, name: speaker.name, kind: speaker.kind, aliases: joinLines(sorted(speaker.aliases)) },
    role_title: speaker.roleTitle ?? "",
    ...{ organisation: named(speaker.organisationId), organisation_id: speaker.organisationId ?? "" },
    ...{ sector: speaker.sector ?? "", function: speaker.function ?? "", country: speaker.country ?? "" },
    wikidata,
    other_ids: joinLines(
      Object.entries(others)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([scheme, id]) => `${scheme}: ${id}`),
    ),
    affiliations: joinParts(
      // Those of one day in an order that does not depend on when they were written.
      speaker.affiliations
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .map(({ organisationId, roleTitle, validFrom, validTo }) => [
          `${validFrom ?? ""}..${validTo ?? ""}`,
          ...[nameOf(organisationId), roleTitle ?? "", organisationId],
        ]),
    ),
    ...{ notes: speaker.notes ?? "", state: stateOf(speaker) },
    ...{ merged_into: named(speaker.mergedIntoId), merged_into_id: speaker.mergedIntoId ?? "" },
  };
}

/** A target as a row; `nameOf` as of speakers. */
export function targetRow(target: Target, nameOf: (id: string) => string): Row<TargetColumn> {
  const { id, key, name, description, aliases = [], broaderId, mergedIntoId } = target;
  return {
    ...{ id, key, name, aliases: joinLines(sorted(aliases)), description: description ?? "" },
    ...{ broader: broaderId ? nameOf(broaderId) : "", broader_id: broaderId ?? "", state: stateOf(target) },
    ...{ merged_into: mergedIntoId ? nameOf(mergedIntoId) : "", merged_into_id: mergedIntoId ?? "" },
  };
}

/** Databases do not agree on an order of names. */
const sorted = (names: readonly string[]) => [...names].sort((a, b) => (a < b ? -1 : 1));

const placeOf = ({ validFrom, validTo, organisationId, roleTitle }: DatasetSpeaker["affiliations"][number]) =>
  [validFrom ?? "", validTo ?? "", organisationId, roleTitle ?? ""].join(" ");

/** All speakers as rows of cells, the names of the columns first. */
export function* speakerCells(speakers: readonly DatasetSpeaker[]): Generator<string[]> {
  yield [...SPEAKER_COLUMNS];
  const nameOf = namesOf(speakers);
  for (const speaker of speakers) {
    const row = speakerRow(speaker, nameOf);
    yield SPEAKER_COLUMNS.map((column) => row[column]);
  }
}

/** All targets likewise. */
export function* targetCells(targets: readonly Target[]): Generator<string[]> {
  yield [...TARGET_COLUMNS];
  const nameOf = namesOf(targets);
  for (const target of targets) {
    const row = targetRow(target, nameOf);
    yield TARGET_COLUMNS.map((column) => row[column]);
  }
}

function namesOf(entries: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "";
}
