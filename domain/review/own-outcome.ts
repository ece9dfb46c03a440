import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Decision } from "@/domain/contract/review";
import { type ChangedPart, type DescriptionContext, describeChange } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";
import type { Disagreement } from "./cluster";
import { listDisagreements } from "./list-disagreements";

/** What a ruling made of one annotator's statement. */
export const OwnOutcome = z.enum(["kept", "changed", "rejected", "both_defensible"]);
export type OwnOutcome = z.infer<typeof OwnOutcome>;

/** `gold` is null exactly where the decision has none. Confidence, notes and links are not compared. */
export function outcomeOf(
  own: StatementContent,
  { decision, gold }: { decision: Decision; gold: StatementContent | null },
  codebook: Codebook,
): OwnOutcome {
  if (decision === "both_defensible") return "both_defensible";
  if (decision === "no_statement" || gold === null) return "rejected";
  return disagreementsOf(own, gold, codebook).length > 0 ? "changed" : "kept";
}

/** The parts in which gold is other than the annotator's statement, in words: `before` is theirs, `after` is gold. */
export function describeOutcome(
  own: StatementContent,
  gold: StatementContent,
  context: DescriptionContext,
): ChangedPart[] {
  const differing = new Set(disagreementsOf(own, gold, context.codebook).map(keyOf));
  return describeChange(own, gold, context).filter(({ key }) => differing.has(key));
}

function disagreementsOf(own: StatementContent, gold: StatementContent, codebook: Codebook): Disagreement[] {
  const members = [own, gold].map((statement, index) => ({ assignmentId: String(index), statement }));
  return listDisagreements(members, codebook);
}

/** The row that tells of it; see ContentRow. */
function keyOf({ kind, subject }: Disagreement): string {
  return kind === "boundary" || kind === "field" ? subject : kind;
}
