/** How a list of the registry is written as a table. `id`s are what ties a row to its entry; names stand beside them for people. */
export const SPEAKER_COLUMNS = [
  ...([
    "id",
    "name",
    "kind",
    "aliases",
    "role_title",
    "organisation",
    "organisation_id",
    "sector",
    "function",
  ] as const),
  ...(["country", "wikidata", "other_ids", "affiliations", "notes", "state", "merged_into", "merged_into_id"] as const),
];
export type SpeakerColumn = (typeof SPEAKER_COLUMNS)[number];

export const TARGET_COLUMNS = [
  ...(["id", "key", "name", "aliases", "description", "broader", "broader_id"] as const),
  ...(["state", "merged_into", "merged_into_id"] as const),
];
export type TargetColumn = (typeof TARGET_COLUMNS)[number];

/** The states of an entry as a table says them. */
export const STATES = ["in_use", "proposed", "retired", "fixed"] as const;
export type EntryState = (typeof STATES)[number];

interface Stated {
  proposed?: boolean;
  retired?: boolean;
  fixed?: boolean;
}

/** `fixed`: the outlet and the unknown speaker, of which every project has its own. */
export function stateOf({ proposed, retired, fixed }: Stated): EntryState {
  if (fixed) return "fixed";
  if (retired) return "retired";
  return proposed ? "proposed" : "in_use";
}
