import * as z from "zod";
import { FindingFacts, RuleKey } from "@/domain/consistency/consistency-rule";
import { FoundStatement } from "./search";

/** Query of GET /projects/{projectId}/consistency. */
export const ConsistencyQuery = z.object({
  /** Absent: the findings of all rules. */
  rule: RuleKey.optional(),
  /** Absent: gold where there is any. */
  layer: z.enum(["gold", "readings"]).optional(),
  /** How many days apart articles may be for stances to contradict each other. */
  days: z.coerce.number().int().min(0).max(36_500).default(30),
  /** Open ones, or those that somebody said are right. */
  show: z.enum(["open", "right"]).default("open"),
  offset: z.coerce.number().int().min(0).default(0),
});
export type ConsistencyQuery = z.infer<typeof ConsistencyQuery>;

export const Finding = z.object({
  rule: RuleKey,
  facts: FindingFacts,
  statements: z.array(FoundStatement),
  /** Who said that it is right, and why. */
  answer: z.object({ id: z.uuid(), reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;

const Count = z.object({ open: z.int(), right: z.int() });

export const ConsistencyView = z.object({
  /** Which layer was looked at. */
  layer: z.enum(["gold", "readings"]),
  counts: z.object({
    opposite_stances: Count,
    quoted_not_direct: Count,
    named_without_name: Count,
    unknown_but_named: Count,
  } satisfies Record<RuleKey, typeof Count>),
  items: z.array(Finding),
  total: z.int(),
  next: z.int().nullable(),
  /** What the speakers and targets of these findings are called. */
  names: z.record(z.string(), z.string()),
  /** Articles that the caller is still to read blind: they are left out. */
  closed: z.int(),
});
export type ConsistencyView = z.infer<typeof ConsistencyView>;

/** Body of POST /projects/{projectId}/consistency/answers: it is right as it is. */
export const FindingAnswerInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  rule: RuleKey,
  /** The statements of the finding and the revisions that were seen. */
  revisions: z
    .record(z.uuid(), z.int().min(1))
    .refine((revisions) => [1, 2].includes(Object.keys(revisions).length), "Name one or two statements."),
  reason: z.string().trim().min(1).max(1000),
});
export type FindingAnswerInput = z.infer<typeof FindingAnswerInput>;

export const FindingAnswered = z.object({ id: z.uuid() });
export type FindingAnswered = z.infer<typeof FindingAnswered>;

/** Findings of one page. */
export const FINDINGS_PAGE = 50;
