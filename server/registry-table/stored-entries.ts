import { v7 as uuid } from "uuid";
import { canonicalJson } from "@/domain/canonical-json";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import type { Tx } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { insertPacked, packRows, type RowOf, upsertPacked } from "@/server/database/row-tables";

/** A speaker or target as it is stored, with the rows that belong to it: what an import writes, and what undoing puts back. */
export interface StoredEntry {
  /** Columns of the entry's own row; times are ISO 8601. */
  row: Readonly<Record<string, unknown>> & { id: string; revision: number };
  aliases: readonly string[];
  /** Of a speaker: columns of its affiliations but the ids. */
  affiliations: readonly Readonly<Record<string, string | null>>[];
  /** Of a target: what it stands under. */
  broaderId: string | null;
}

/** Ids asked for, or deleted, at a time: a query has only so many parameters. */
const AT_A_TIME = 500;

/** Entries as they are stored, by id. */
export async function readStored(
  tx: Tx,
  list: RegistryListName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  const stored = new Map<string, StoredEntry>();
  for (const some of inParts(ids)) {
    const where = { id: { in: [...some] } };
    if (list === "speakers") {
      const rows = await tx.speaker.findMany({ where, include: { aliases: true, affiliations: true } });
      for (const { aliases, affiliations, ...row } of rows) {
        const held = affiliations.map(({ organisationId, roleTitle, validFrom, validTo }) => ({
          ...{ organisationId, roleTitle, validFrom, validTo },
        }));
        stored.set(row.id, { row: plain(row), aliases: namesOf(aliases), affiliations: held, broaderId: null });
      }
    } else {
      const rows = await tx.target.findMany({ where, include: { aliases: true, place: true } });
      for (const { aliases, place, ...row } of rows) {
        const entry = { aliases: namesOf(aliases), affiliations: [], broaderId: place?.broaderId ?? null };
        stored.set(row.id, { row: plain(row), ...entry });
      }
    }
  }
  return stored;
}

/** Writes entries as they are given, in place of those with their ids and with all that belongs to them. */
export async function writeStored(tx: Tx, list: RegistryListName, entries: readonly StoredEntry[]): Promise<void> {
  const ids = entries.map(({ row }) => row.id);
  const rows = entries.map(({ row }) => row);
  const names = entries.flatMap(({ row, aliases }) => aliases.map((name) => ({ entryId: row.id, name })));
  for (const some of inParts(ids)) {
    const among = { in: [...some] };
    if (list === "speakers") {
      await tx.speakerAlias.deleteMany({ where: { speakerId: among } });
      await tx.affiliation.deleteMany({ where: { speakerId: among } });
    } else {
      await tx.targetAlias.deleteMany({ where: { targetId: among } });
      await tx.targetPlace.deleteMany({ where: { targetId: among } });
      // Two that change handles with each other would have the same one for a moment.
      for (const id of some) await tx.target.updateMany({ where: { id }, data: { key: id } });
    }
  }
  const { kind } = databaseSource();
  if (list === "speakers") {
    await upsertPacked(tx, "Speaker", packRows("Speaker", rows, kind));
    const aliases = names.map(({ entryId, name }) => ({ id: uuid(), speakerId: entryId, name }));
    await insertPacked(tx, "SpeakerAlias", packRows("SpeakerAlias", aliases, kind));
    const held = entries.flatMap(({ row, affiliations }): RowOf<"Affiliation">[] =>
      affiliations.map((one) => ({ id: uuid(), speakerId: row.id, ...one })),
    );
    await insertPacked(tx, "Affiliation", packRows("Affiliation", held, kind));
    return;
  }
  await upsertPacked(tx, "Target", packRows("Target", rows, kind));
  const aliases = names.map(({ entryId, name }) => ({ id: uuid(), targetId: entryId, name }));
  await insertPacked(tx, "TargetAlias", packRows("TargetAlias", aliases, kind));
  const places = entries.flatMap(({ row, broaderId }) => (broaderId === null ? [] : [{ targetId: row.id, broaderId }]));
  await insertPacked(tx, "TargetPlace", packRows("TargetPlace", places, kind));
}

/** Whether two say the same, whatever their revisions. */
export function saysTheSame(one: StoredEntry, other: StoredEntry): boolean {
  const content = ({ row: { revision: _, ...row }, aliases, affiliations, broaderId }: StoredEntry) =>
    canonicalJson({
      row,
      broaderId,
      aliases: [...aliases].sort(),
      affiliations: affiliations.map(canonicalJson).sort(),
    });
  return content(one) === content(other);
}

/** Parts of a list that a query takes. */
export function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += AT_A_TIME) parts.push(all.slice(from, from + AT_A_TIME));
  return parts;
}

const namesOf = (aliases: readonly { name: string }[]) => aliases.map(({ name }) => name).sort();
/** As JSON keeps it: dates are ISO 8601. */
const plain = (row: { id: string; revision: number }): StoredEntry["row"] => JSON.parse(JSON.stringify(row));
