import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Speaker } from "@/domain/contract/registry";
import type { SpeakerIndex } from "@/domain/registry/find-named";
import type { StatementContent } from "@/domain/statement/statement";
import type { CheckedArticle } from "./checked-article";

/** The rules by which statements that do not go together are found. */
export const RuleKey = z.enum(["opposite_stances", "quoted_not_direct", "named_without_name", "unknown_but_named"]);
export type RuleKey = z.infer<typeof RuleKey>;

/** What makes a finding: facts, by which the screen says it. Names are ids of the registry. */
export const FindingFacts = z.object({
  speakerIds: z.array(z.uuid()).default([]),
  targetId: z.uuid().optional(),
  /** Between the articles; absent: one of them has no date. */
  days: z.int().optional(),
  /** Key of a field, and of the value that it has. */
  field: z.string().optional(),
  value: z.string().optional(),
  /** Where the speakers are named, the nearest. */
  where: z.enum(["source", "paragraph", "article"]).optional(),
});
export type FindingFacts = z.infer<typeof FindingFacts>;

/** What a rule looks at of one statement; whoever was merged is the one that stands for them. */
export type CheckedStatement = Pick<StatementContent, "spans" | "speakerId" | "chain" | "stances" | "fields">;

export interface CheckContext {
  codebook: Codebook;
  /** The registry but for merged ones, the same list each time: it is indexed once. */
  speakers: readonly Speaker[];
  speakerById: ReadonlyMap<string, Speaker>;
  /** Whom a text names. */
  names: SpeakerIndex;
}

/** A rule about single statements. */
export interface StatementRule {
  key: RuleKey;
  /** Whether it may be a finding: looked at without the article, for there are many. */
  isSuspect(statement: CheckedStatement, context: CheckContext): boolean;
  /** What makes it one; null: it is none. */
  confirm(statement: CheckedStatement, context: CheckContext, article: CheckedArticle): FindingFacts | null;
}
