import * as z from "zod";
import { Speaker, SpeakerInput, Target } from "./registry";

/** Which of the registry's two lists an entry is in. */
export const RegistryListName = z.enum(["speakers", "targets"]);
export type RegistryListName = z.infer<typeof RegistryListName>;

const Day = z.iso.date().nullable();

/** Who belonged to which body: ISO days, inclusive; null is open. */
export const AffiliationInput = z.object({
  organisationId: z.uuid(),
  roleTitle: z.string().trim().max(300).nullable(),
  validFrom: Day,
  validTo: Day,
});
export type AffiliationInput = z.infer<typeof AffiliationInput>;

/** Scheme -> id there: { wikidata: "Q42" }. */
export const ExternalIds = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "a scheme is small letters, digits and _"),
  z.string().trim().min(1).max(200),
);
export type ExternalIds = z.infer<typeof ExternalIds>;

/** A speaker with all that the registry keeps. */
export const SpeakerEntry = Speaker.extend({
  revision: z.int().min(1),
  notes: z.string().nullable(),
  externalIds: ExternalIds,
  affiliations: z.array(AffiliationInput),
});
export type SpeakerEntry = z.infer<typeof SpeakerEntry>;

/** Something that was merged into an entry, directly. */
export const MergedEntry = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  name: z.string(),
  aliases: z.array(z.string()),
  /** The merge: why, when, and its operation; null: it came with an import. */
  merge: z.object({ reason: z.string(), at: z.iso.datetime(), operationId: z.uuid() }).nullable(),
});
export type MergedEntry = z.infer<typeof MergedEntry>;

/** Answer of GET /projects/{projectId}/registry/speakers/{entryId}. */
export const SpeakerPage = z.object({ entry: SpeakerEntry, merged: z.array(MergedEntry) });
export type SpeakerPage = z.infer<typeof SpeakerPage>;

/** Answer of GET /projects/{projectId}/registry/targets/{entryId}. */
export const TargetEntry = Target.extend({ revision: z.int().min(1) });
export type TargetEntry = z.infer<typeof TargetEntry>;
export const TargetPage = z.object({ entry: TargetEntry, merged: z.array(MergedEntry) });
export type TargetPage = z.infer<typeof TargetPage>;

/** What people write of a speaker. */
export const SpeakerFields = z.object({
  name: SpeakerInput.shape.name,
  kind: SpeakerInput.shape.kind,
  aliases: z.array(z.string().trim().min(1).max(300)).max(200),
  roleTitle: z.string().trim().max(300).nullable(),
  organisationId: z.uuid().nullable(),
  sector: z.string().max(40).nullable(),
  function: z.string().max(40).nullable(),
  country: z.string().trim().max(80).nullable(),
  notes: z.string().trim().max(10_000).nullable(),
  externalIds: ExternalIds,
  affiliations: z.array(AffiliationInput).max(200),
});
export type SpeakerFields = z.infer<typeof SpeakerFields>;

/** Body of PUT /projects/{projectId}/registry/speakers/{entryId}: replaces what has the revision it names. */
export const SpeakerChange = SpeakerFields.extend({ operationId: z.uuid(), revision: z.int().min(1) });
export type SpeakerChange = z.infer<typeof SpeakerChange>;

/** What people write of a target. */
export const TargetFields = z.object({
  key: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(300),
  description: z.string().trim().max(2000).nullable(),
  /** Other wordings. */
  aliases: SpeakerFields.shape.aliases,
  broaderId: z.uuid().nullable(),
});
export type TargetFields = z.infer<typeof TargetFields>;

/** Body of PUT /projects/{projectId}/registry/targets/{entryId}. */
export const TargetChange = TargetFields.extend({ operationId: z.uuid(), revision: z.int().min(1) });
export type TargetChange = z.infer<typeof TargetChange>;

const Reason = z.string().trim().min(1).max(1000);

/** Body of PUT …/registry/{list}/{entryId}/state: takes a proposal, or offers an entry to nobody any more. */
export const EntryStateInput = z.object({
  operationId: z.uuid(),
  revision: z.int().min(1),
  state: z.enum(["in_use", "retired"]),
  reason: z.string().trim().max(1000).default(""),
});
export type EntryStateInput = z.infer<typeof EntryStateInput>;

/** Body of POST …/registry/{list}/{entryId}/merge. */
export const MergeInput = z.object({
  operationId: z.uuid(),
  revision: z.int().min(1),
  intoId: z.uuid(),
  reason: Reason,
  /** The split that this takes back. */
  reverts: z.uuid().optional(),
});
export type MergeInput = z.infer<typeof MergeInput>;

/** Body of POST …/registry/{list}/{entryId}/split: it stands for itself again. */
export const SplitInput = z.object({
  operationId: z.uuid(),
  revision: z.int().min(1),
  reason: Reason,
  /** The merge that this takes back. */
  reverts: z.uuid().optional(),
});
export type SplitInput = z.infer<typeof SplitInput>;

const changed = { revision: z.int().min(1), reason: z.string() };
/** Answer of all of them: what the entry is afterwards, and why. */
export const ChangedEntry = z.union([Speaker.extend(changed), Target.extend(changed)]);
export type ChangedEntry = z.infer<typeof ChangedEntry>;

/** Query of GET …/registry/{list}/{entryId}/statements. */
export const EntryUseQuery = z.object({ offset: z.coerce.number().int().min(0).default(0) });
export type EntryUseQuery = z.infer<typeof EntryUseQuery>;

/** A statement that names an entry, or one that was merged into it. */
export const EntryUse = z.object({
  statementId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  /** The article's day. */
  published: z.string().nullable(),
  language: z.string().nullable(),
  quote: z.string(),
  kind: z.enum(["annotation", "adjudication"]),
  /** As reviewers of the project are told; null: gold. */
  annotator: z.string().nullable(),
  /** Of a speaker: the body they belonged to on the article's day. */
  organisation: z.string().nullable(),
  /** Named on the way to the speaker, not as the speaker. */
  inChain: z.boolean(),
});
export type EntryUse = z.infer<typeof EntryUse>;

/** Its answer, in the order of ids. */
export const EntryUses = z.object({
  total: z.int(),
  /** Articles left out because the caller is still to read them blind. */
  closed: z.int(),
  /** Statements of readings that are not finished: they are counted and not shown. */
  unfinished: z.int(),
  items: z.array(EntryUse),
  /** What to ask `offset` for more; null: these were the last. */
  next: z.int().nullable(),
});
export type EntryUses = z.infer<typeof EntryUses>;

/** An entry as the registry's list tells of it. */
const listed = {
  revision: z.int().min(1),
  /** Live statements of readings and gold that name it itself, not what was merged into it; null for who may not know. */
  uses: z.int().nullable(),
};
export const ListedSpeaker = Speaker.extend(listed);
export type ListedSpeaker = z.infer<typeof ListedSpeaker>;
export const ListedTarget = Target.extend(listed);
export type ListedTarget = z.infer<typeof ListedTarget>;

/** Answer of GET /projects/{projectId}/registry/lists: everything, merged and retired entries too. */
export const RegistryLists = z.object({
  speakers: z.array(ListedSpeaker),
  targets: z.array(ListedTarget),
  /** Articles whose statements are not counted because the caller is still to read them blind. */
  closed: z.int(),
});
export type RegistryLists = z.infer<typeof RegistryLists>;

/** Query of GET /projects/{projectId}/registry/duplicates. */
export const DuplicateQuery = z.object({ list: RegistryListName.default("speakers") });

/** Why two entries look like the same: two of their names, or an id they share. */
export const DuplicateEvidence = z.object({
  kind: z.enum(["same_id", "same_name", "spelling", "initials", "acronym", "part"]),
  first: z.string(),
  second: z.string(),
});
export type DuplicateEvidence = z.infer<typeof DuplicateEvidence>;

const pair = { firstId: z.uuid(), secondId: z.uuid() };

/** Answer of GET /projects/{projectId}/registry/duplicates. */
export const EntryDuplicates = z.object({
  total: z.int(),
  /** The likeliest first, at most 200. */
  items: z.array(z.object({ ...pair, score: z.number().min(0).max(1), evidence: z.array(DuplicateEvidence) })),
  /** Pairs of which somebody said that they are not the same, the latest first. */
  apart: z.array(z.object({ id: z.uuid(), ...pair })),
});
export type EntryDuplicates = z.infer<typeof EntryDuplicates>;

/** Body of POST /projects/{projectId}/registry/distinctions: these two are not the same. */
export const DistinctionInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  list: RegistryListName.default("speakers"),
  ...pair,
});
export type DistinctionInput = z.infer<typeof DistinctionInput>;

/** Body of DELETE /projects/{projectId}/registry/distinctions/{distinctionId}. */
export const DistinctionWithdrawal = DistinctionInput.pick({ operationId: true, list: true });
export type DistinctionWithdrawal = z.infer<typeof DistinctionWithdrawal>;

/** Its answer, and that of taking it back. */
export const EntryDistinction = z.object({ distinctionId: z.uuid(), ...pair });
export type EntryDistinction = z.infer<typeof EntryDistinction>;
