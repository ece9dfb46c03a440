import * as z from "zod";

/** What an event is about. */
export const SUBJECT_TYPES = [
  ...(["project", "member", "codebook", "document", "import", "speaker", "target"] as const),
  ...(["assignment", "statement", "ruling", "comment", "export"] as const),
] as const;

/** Which events are wanted; absent: all. */
export const EventFilter = z.object({
  /** Pseudonym within the project of who did it. */
  actor: z.string().min(1).max(200).optional(),
  action: z.string().min(1).max(80).optional(),
  subjectType: z.enum(SUBJECT_TYPES).optional(),
  /** One thing: a statement, an assignment with what belongs to it, … */
  subject: z.uuid().optional(),
  /** ISO days by UTC, both inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** Query of GET /projects/{projectId}/events: pages go from the latest event to the first. */
export const EventsQuery = EventFilter.extend({
  /** Only events before this sequence: `older` of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

/** One change of a project, as who leads it reads it. */
export const AuditEvent = z.object({
  /** 1, 2, 3, … within the project. */
  sequence: z.int(),
  at: z.iso.datetime(),
  /** Pseudonym within the project of who did it; an agent's name before it where one did it for them. */
  actor: z.string(),
  /** Whose pseudonym it is; null: it is nobody's whom the project still knows. */
  name: z.string().nullable(),
  action: z.string(),
  /** The action as a sentence that goes on from the name. */
  sentence: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** The article it is about, where it is about one. */
  document: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Answer of GET /projects/{projectId}/events. */
export const EventList = z.object({
  events: z.array(AuditEvent),
  /** What to ask `before` for the next page; null: this was the last. */
  older: z.int().nullable(),
  /** Whoever did anything in the project, by pseudonym. */
  actors: z.array(z.object({ actor: z.string(), name: z.string().nullable() })),
  /** Actions that occur. */
  actions: z.array(z.string()),
});
export type EventList = z.infer<typeof EventList>;

/** Query of GET /projects/{projectId}/events/file. */
export const EventFileQuery = EventFilter.extend({ format: z.enum(["csv", "jsonl"]) });
export type EventFileQuery = z.infer<typeof EventFileQuery>;

/** Query of GET /projects/{projectId}/events/verification: a long chain is verified part by part. */
export const VerificationQuery = z.object({
  /** Sequence up to which it was verified: `upTo` of the part before. */
  after: z.coerce.number().int().min(0).default(0),
});
export type VerificationQuery = z.infer<typeof VerificationQuery>;

/** A part of a project's chain of events, held against its hashes. */
export const Verification = z.object({
  /** Sequence of the last event looked at. */
  upTo: z.int(),
  /** Events written in the project so far. */
  total: z.int(),
  /** The last event was looked at, and held against what is noted of the end of the chain. */
  finished: z.boolean(),
  /** What is wrong first; null: nothing. */
  wrong: z.object({ sequence: z.int(), problem: z.string() }).nullable(),
});
export type Verification = z.infer<typeof Verification>;
