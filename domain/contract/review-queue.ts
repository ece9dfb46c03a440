import * as z from "zod";
import { ReviewSettings, ReviewWeights } from "@/domain/review/review-settings";
import { Assignment, DocumentSummary } from "./work";

export const QueueState = z.enum(["open", "stale", "settled", "all"]);
const Ground = ReviewWeights.keyof();

/** GET /projects/{projectId}/review-queue: which clusters to look for. */
export const QueueQuery = z.object({
  /** `open`: no ruling stands on it. `stale`: open, with a ruling that no longer holds. */
  state: QueueState.default("open"),
  kind: Ground.optional(),
  /** Key of a coded field that differs. */
  field: z.string().optional(),
  /** Two annotators whose answers differ, as the answer names them, joined by "|". */
  pair: z
    .string()
    .regex(/^[^|]+\|[^|]+$/, 'Two annotators joined by "|".')
    .optional(),
  speaker: z.uuid().optional(),
  target: z.uuid().optional(),
  /** `open`: has a thread that nobody has resolved. `answer`: an annotator's answer is among them. */
  discussion: z.enum(["open", "answer"]).optional(),
  /** So many documents are passed over. */
  offset: z.coerce.number().int().min(0).default(0),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** Who is reviewing a document at this moment. */
export const LeaseView = z.object({
  /** Whose it is, by name. */
  holder: z.string(),
  own: z.boolean(),
  expiresAt: z.iso.datetime(),
});
export type LeaseView = z.infer<typeof LeaseView>;

export const QueueItem = z.object({
  /** A member, by which the review of the document opens at the cluster. */
  statementId: z.uuid(),
  weight: z.number(),
  grounds: z.array(Ground),
  /** Keys of the coded fields that differ. */
  fields: z.array(z.string()),
  /** The first words of its content. */
  quote: z.string(),
  settled: z.boolean(),
  stale: z.boolean(),
  /** Threads on it that nobody has resolved, and annotators' answers among them. */
  openThreads: z.int(),
  answers: z.int(),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const QueueEntry = z.object({
  document: DocumentSummary,
  weight: z.number(),
  finished: z.int(),
  assigned: z.int(),
  /** Of all its clusters, whatever is looked for. */
  clusters: z.int(),
  settled: z.int(),
  /** Threads on them that nobody has resolved. */
  openThreads: z.int(),
  /** Clusters that match, and the heaviest of them. */
  matching: z.int(),
  items: z.array(QueueItem),
  lease: LeaseView.nullable(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

const Choice = z.object({ value: z.string(), count: z.int() });

/** The documents of a project with clusters to look at, the weightiest first. */
export const ReviewQueue = z.object({
  project: z.object({ id: z.uuid(), name: z.string() }),
  entries: z.array(QueueEntry),
  /** The offset of the next page; null: this is the last. */
  nextOffset: z.int().nullable(),
  /** All the documents and clusters that match. */
  matching: z.object({ documents: z.int(), clusters: z.int() }),
  /** Of the whole project, whatever is looked for. */
  progress: z.object({
    documents: z.int(),
    settledDocuments: z.int(),
    clusters: z.int(),
    settled: z.int(),
    stale: z.int(),
    /** Clusters with a thread that nobody has resolved, and those where an annotator's answer is among them. */
    discussed: z.int(),
    answered: z.int(),
  }),
  /** Choices of each filter with how many clusters each would leave, the other filters as they are; labels for people. */
  choices: z.object({
    state: z.array(Choice),
    kind: z.array(Choice),
    field: z.array(Choice.extend({ label: z.string() })),
    /** Empty where the project hides whose reading it is. */
    pair: z.array(Choice.extend({ label: z.string() })),
    speaker: z.array(Choice.extend({ label: z.string() })),
    target: z.array(Choice.extend({ label: z.string() })),
    discussion: z.array(Choice),
  }),
  /** Actions that ruled on many clusters at once and of which something still stands, the latest first. */
  batches: z.array(z.object({ batchId: z.uuid(), rulings: z.int(), reason: z.string(), at: z.iso.datetime() })),
  /** Documents that the caller's own unfinished blind reading keeps closed: no figure of them is told or counted. */
  closed: z.array(z.object({ document: DocumentSummary, ownAssignment: Assignment })),
  /** Documents on which no reading is finished yet. */
  waiting: z.array(z.object({ document: DocumentSummary, assigned: z.int() })),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

/** Body of POST /projects/{projectId}/review-queue/next: take the weightiest document that nobody else is reviewing. */
export const NextReview = z.object({
  documentId: z.uuid().nullable(),
  /** A member of its weightiest open cluster. */
  statementId: z.uuid().nullable(),
});
export type NextReview = z.infer<typeof NextReview>;

/** What PUT and DELETE /documents/{documentId}/review-lease answer: whose it is now; null: nobody's. */
export const LeaseAnswer = z.object({ lease: LeaseView.nullable() });
export type LeaseAnswer = z.infer<typeof LeaseAnswer>;

/** Body of PUT /projects/{projectId}/review-settings. */
export const ReviewSettingsInput = ReviewSettings.extend({ operationId: z.uuid() });
export type ReviewSettingsInput = z.infer<typeof ReviewSettingsInput>;
