import * as z from "zod";
import { Codebook } from "@/domain/codebook/codebook";
import { ExternalIds } from "@/domain/contract/registry-entries";
import { FieldAnswers } from "@/domain/statement/statement";

// The rows of our own JSON as `domain/formats/json.ts` writes them. What was added to the format later is optional.

const time = z.iso.datetime();
const words = z.string();
/** What both databases hold in a column of whole numbers. */
const whole = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const revision = whole.min(1);
const maybe = z.string().nullable();

/** Keys of a codebook are all names of ours, so they are turned back without looking at which. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCased(inner),
    ]),
  );
}

export const CodebookRow = z.object({ version: revision, content: z.preprocess(camelCased, Codebook) });

export const SpeakerRow = z.object({
  id: words,
  name: words,
  kind: words,
  aliases: z.array(words),
  role_title: maybe,
  organisation_id: maybe,
  sector: maybe,
  function: maybe,
  country: maybe,
  notes: maybe,
  affiliations: z.array(z.object({ organisation_id: words, role_title: maybe, valid_from: maybe, valid_to: maybe })),
  fixed: z.boolean(),
  merged_into_id: maybe,
  external_ids: ExternalIds.default({}),
  proposed: z.boolean().default(false),
  retired: z.boolean().default(false),
});

export const TargetRow = z.object({
  id: words,
  key: words,
  name: words,
  description: maybe,
  proposed: z.boolean(),
  merged_into_id: maybe,
  aliases: z.array(words).default([]),
  broader_id: maybe.default(null),
  retired: z.boolean().default(false),
});

export const DistinctionRow = z.object({ first_id: words, second_id: words });

export const DocumentRow = z.object({
  id: words,
  title: words,
  outlet: maybe,
  author: maybe,
  published: maybe,
  url: maybe,
  language: maybe,
  sha256: words,
  replaces_id: maybe,
  created_at: time,
  text: words,
});

export const AssignmentRow = z.object({
  id: words,
  document_id: words,
  kind: z.enum(["annotation", "adjudication", "suggestion"]),
  annotator: words,
  state: z.enum(["assigned", "in_progress", "submitted"]),
  submitted_at: time.nullable(),
  unblinded_at: time.nullable(),
  suggestions_shown_at: time.nullable(),
  revision,
});

const OriginRow = z.object({
  suggestion_id: words,
  agent: words,
  version: words,
  score: z.number().nullable(),
  reason: maybe,
});

export const StatementRow = z.object({
  id: words,
  assignment_id: words,
  codebook_version: revision,
  spans: z.array(z.object({ role: words, start: z.int(), end: z.int(), quote: words })),
  speaker_id: maybe,
  chain: z.array(words),
  stances: z.array(z.object({ target_id: words, value: maybe, basis: maybe })),
  fields: FieldAnswers,
  confidence: z.enum(["sure", "unsure"]),
  unsure_comment: words,
  note: words,
  parent_id: maybe,
  same_claim_as_id: maybe,
  derived_from_id: maybe,
  origin: OriginRow.nullable(),
  revision,
  created_at: time,
  updated_at: time,
});
export type StatementRow = z.infer<typeof StatementRow>;

const Parts = z.record(z.string(), z.string());

export const RulingRow = z.object({
  id: words,
  document_id: words,
  adjudicator: words,
  member_ids: z.array(words),
  member_revisions: z.record(z.string(), z.int()),
  decision: words,
  provenance: Parts,
  bases: Parts,
  reason: words,
  gold_statement_id: maybe,
  batch_id: maybe,
  revision,
  created_at: time,
  updated_at: time,
});

export const CommentRow = z.object({
  id: words,
  document_id: words,
  statement_id: maybe,
  ruling_id: maybe,
  thread_id: maybe,
  member_ids: z.array(words).nullable(),
  author: words,
  text: words,
  revision,
  created_at: time,
  edited_at: time.nullable(),
  resolved_at: time.nullable(),
});

export const GroupRow = z.object({
  id: words,
  document_id: words,
  member_ids: z.array(words),
  batch_id: words,
  created_at: time,
});

export const EventRow = z.object({
  project_id: words.optional(),
  sequence: whole,
  operation_id: words,
  actor: words,
  action: words,
  subject_type: words,
  subject_id: words,
  assignment_id: maybe,
  before: z.unknown(),
  after: z.unknown(),
  relation: z.unknown(),
  at: time,
  hash: words,
});
