import * as z from "zod";
import { Strategy } from "@/domain/review/propose";
import { Decision } from "./review";
import { DocumentSummary } from "./work";

/** GET /projects/{projectId}/proposals: a strategy to try without doing anything. */
export const ProposalQuery = z.object({
  strategy: Strategy,
  /** For `annotator`: whose readings are taken, as the review names them. */
  annotator: z.string().min(1).optional(),
});
export type ProposalQuery = z.infer<typeof ProposalQuery>;

export const ProposalEntry = z.object({
  document: DocumentSummary,
  /** Clusters that would be settled, and those that would stay open. */
  settles: z.int(),
  leaves: z.int(),
  /** The first few of those that would be settled. */
  examples: z.array(z.object({ statementId: z.uuid(), quote: z.string(), decision: Decision })),
  /** What the proposals rest on: applying them is refused when it has changed. */
  fingerprint: z.string(),
});
export type ProposalEntry = z.infer<typeof ProposalEntry>;

/** What a strategy would settle. Clusters that were ruled on, also out of date, are for people to look at. */
export const ProposalPreview = z.object({
  /** Documents of which something would be settled. */
  entries: z.array(ProposalEntry),
  settles: z.int(),
  leaves: z.int(),
  /** Documents left out because another reviewer has them. */
  leased: z.int(),
  /** Whose readings may be taken; empty where the project hides whose they are. */
  annotators: z.array(z.string()),
});
export type ProposalPreview = z.infer<typeof ProposalPreview>;

/** Body of POST /documents/{documentId}/rulings/proposed. */
export const ProposalsInput = ProposalQuery.extend({
  operationId: z.uuid(),
  /** The same for all documents of one action, which is undone as a whole by it. */
  batchId: z.uuid(),
  fingerprint: z.string(),
});
export type ProposalsInput = z.infer<typeof ProposalsInput>;

export const ProposalsApplied = z.object({ batchId: z.uuid(), rulings: z.int() });
export type ProposalsApplied = z.infer<typeof ProposalsApplied>;
