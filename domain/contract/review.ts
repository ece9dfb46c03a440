import * as z from "zod";
import { Coefficient } from "@/domain/agreement/coefficient";
import { CodebookVersion } from "@/domain/codebook/codebook";
import { Cluster } from "@/domain/review/cluster";
import { Basis } from "@/domain/review/gold-bases";
import { Statement, StatementContent } from "@/domain/statement/statement";
import { Registry } from "./registry";
import { LeaseView } from "./review-queue";
import { ReviewHistory } from "./review-steps";
import { ArticleDocument, Assignment } from "./work";

export const Decision = z.enum(["accepted", "mixed", "edited", "no_statement", "both_defensible"]);
export type Decision = z.infer<typeof Decision>;

/**
 * Where each part of a gold statement came from: part ("content", "cue", "source", "speaker", "stance", a field's key,
 * "confidence", "note") -> id of the member it was taken from, or "edited". In a request "all" may stand for every part not
 * named; an answer names each part, with a member that has it so.
 */
export const Provenance = z.record(z.string(), z.string());
export type Provenance = z.infer<typeof Provenance>;

/** How a member of a ruling's cluster is another than when it was ruled on. */
export const MemberChange = z.object({
  statementId: z.uuid(),
  /** `gone`: in no finished reading any more. `joined`: about the same passage, and not there then. */
  kind: z.enum(["changed", "gone", "joined"]),
  /** Null for one that joined, and where the ruling was made before this was kept. */
  was: StatementContent.nullable(),
  /** Null for one that is gone. */
  now: StatementContent.nullable(),
});
export type MemberChange = z.infer<typeof MemberChange>;

export const Ruling = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  /** What the gold statement was derived from; empty for one that all readings missed. */
  memberIds: z.array(z.uuid()),
  decision: Decision,
  provenance: Provenance,
  /** On what each part of the gold statement rests; empty where there is none, or it was ruled before this was kept. */
  bases: z.record(z.string(), Basis),
  /** The operation that made it together with others, by which they are withdrawn together. */
  batchId: z.uuid().nullable(),
  reason: z.string(),
  goldStatementId: z.uuid().nullable(),
  /** A member changed or vanished after the ruling. */
  stale: z.boolean(),
  /** What changed, where it is stale. */
  changes: z.array(MemberChange),
  revision: z.int(),
  updatedAt: z.iso.datetime(),
});
export type Ruling = z.infer<typeof Ruling>;

/** Body of POST /documents/{documentId}/rulings. */
export const RulingInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  /**
   * The cluster's statements as the reviewer saw them: id -> revision. Several clusters are ruled on together by all of
   * theirs, as where one annotator has in two statements what another has in one.
   */
  members: z.record(z.uuid(), z.int()),
  /** The rulings there were on any of them, as the reviewer saw them: id -> revision. No other one is replaced. */
  replaces: z.record(z.uuid(), z.int()).default({}),
  decision: Decision,
  provenance: Provenance,
  /** What the majority of readings proposes is taken as it was put forward: its parts then rest on the majority. */
  proposed: z.boolean().optional(),
  reason: z.string().trim().max(4000),
  /** The gold statement; null exactly for `no_statement` and `both_defensible`. */
  gold: z.object({ id: z.uuid(), content: StatementContent }).nullable(),
});
export type RulingInput = z.infer<typeof RulingInput>;

/** One annotator's finished pass. */
export const Reading = z.object({
  assignmentId: z.uuid(),
  /** Pseudonym within the project. */
  annotator: z.string(),
  blind: z.boolean(),
  /** The annotator was shown suggestions, from some moment on. */
  withSuggestions: z.boolean(),
  statements: z.array(Statement),
});
export type Reading = z.infer<typeof Reading>;

export const PairAgreement = z.object({
  a: z.uuid(),
  b: z.uuid(),
  /** One-to-one matches with IoU of content >= 0.5. */
  matched: z.int(),
  countA: z.int(),
  countB: z.int(),
  unitF1: Coefficient,
});
export type PairAgreement = z.infer<typeof PairAgreement>;

/** All that the review screen needs, from GET /documents/{documentId}/review. */
export const ReviewView = z.object({
  document: ArticleDocument,
  project: z.object({ id: z.uuid(), name: z.string() }),
  codebook: CodebookVersion,
  registry: Registry,
  readings: z.array(Reading),
  /** In reading order. */
  clusters: z.array(Cluster),
  rulings: z.array(Ruling),
  gold: z.object({ assignment: Assignment.nullable(), statements: z.array(Statement) }),
  agreement: z.array(PairAgreement),
  /** Reasons of the project, one key each. */
  reasons: z.array(z.string()),
  /** What the caller's next undo and redo do here. */
  history: ReviewHistory,
  /** Who is reviewing it now; null: nobody. */
  lease: LeaseView.nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const RulingSaved = z.object({ ruling: Ruling, gold: Statement.nullable() });
export type RulingSaved = z.infer<typeof RulingSaved>;

/** Body of POST /documents/{documentId}/rulings/agreed. */
export const AgreedInput = z.object({ operationId: z.uuid() });
export type AgreedInput = z.infer<typeof AgreedInput>;
export const AgreedAccepted = z.object({ rulings: z.array(Ruling) });
export type AgreedAccepted = z.infer<typeof AgreedAccepted>;

/** Body of POST /documents/{documentId}/cluster-groups: put clusters together, or one apart. */
export const RegroupInput = z.object({
  operationId: z.uuid(),
  /** Disjoint sets of statement ids, each a cluster afterwards; together they are all of one or several clusters now. */
  groups: z.array(z.array(z.uuid()).min(1)).min(1).max(100),
});
export type RegroupInput = z.infer<typeof RegroupInput>;

/** `batchId` names what was done, to undo it by. */
export const Regrouped = z.object({ batchId: z.uuid(), documentId: z.uuid(), groups: z.array(z.array(z.uuid())) });
export type Regrouped = z.infer<typeof Regrouped>;

/** Answer of DELETE /rulings/batches/{batchId}. */
export const BatchWithdrawn = z.object({ batchId: z.uuid(), rulings: z.int(), documents: z.array(z.uuid()) });
export type BatchWithdrawn = z.infer<typeof BatchWithdrawn>;

/** `restored`: rulings that it had replaced and that stand again. */
export const RulingDeleted = z.object({ id: z.uuid(), revision: z.int(), restored: z.array(z.uuid()) });
export type RulingDeleted = z.infer<typeof RulingDeleted>;
