import type { Target } from "@/domain/contract/registry";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import type { StoredEntry } from "./stored-entries";

interface Context {
  projectId: string;
  /** ISO 8601. */
  now: string;
  /** The entry as it is stored; null: it is new. */
  before: StoredEntry | null;
}

/** A speaker as it is to be stored. A proposal that stays one keeps its time, and so does what stays retired. */
export function storedSpeaker(speaker: DatasetSpeaker, { projectId, now, before }: Context): StoredEntry {
  const { id, name, kind, roleTitle, organisationId, sector, country, notes, fixed, mergedIntoId } = speaker;
  const { aliases, affiliations, externalIds } = speaker;
  return {
    row: {
      ...{ id, projectId, name, kind, roleTitle, organisationId, sector, country, notes, fixed, mergedIntoId },
      function: speaker.function,
      externalIds: Object.keys(externalIds).length === 0 ? null : externalIds,
      proposedAt: speaker.proposed ? (before?.row.proposedAt ?? now) : null,
      retiredAt: speaker.retired ? (before?.row.retiredAt ?? now) : null,
      ...bookkeeping(before, now),
    },
    ...{ aliases, broaderId: null },
    affiliations: affiliations.map((one) => ({ ...one })),
  };
}

/** A target likewise; `position` is that of a new one. */
export function storedTarget(target: Target, position: number, { projectId, now, before }: Context): StoredEntry {
  const { id, key, name, description, proposed, retired, mergedIntoId, aliases = [], broaderId = null } = target;
  return {
    row: {
      ...{ id, projectId, key, name, description, proposed, mergedIntoId },
      retiredAt: retired ? (before?.row.retiredAt ?? now) : null,
      position: before?.row.position ?? position,
      ...bookkeeping(before, now),
    },
    ...{ aliases, affiliations: [], broaderId },
  };
}

const bookkeeping = (before: StoredEntry | null, now: string) => ({
  revision: before ? before.row.revision + 1 : 1,
  createdAt: before?.row.createdAt ?? now,
});
