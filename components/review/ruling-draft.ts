import type { Codebook } from "@/domain/codebook/codebook";
import type { Decision, RulingInput } from "@/domain/contract/review";
import { composeGold } from "@/domain/review/compose-gold";
import { differingParts } from "@/domain/review/differing-parts";
import { listParts, readPart, takePart } from "@/domain/review/gold-parts";
import { StatementContent } from "@/domain/statement/statement";
import type { ReviewCluster } from "./review-cluster";

/** A ruling in the making. */
export interface RulingDraft {
  /** Null: nothing decided yet. */
  verdict: "gold" | "no_statement" | "both_defensible" | null;
  /** The gold statement as it stands. */
  content: StatementContent;
  /** Part -> the member it was taken from, or "edited"; differing parts that are not here are still to be chosen. */
  chosen: Record<string, string>;
  reason: string;
}

/** Where ruling on a cluster begins: from the ruling there is, else from what all agree on. */
export function startDraft(cluster: ReviewCluster, codebook: Codebook): RulingDraft {
  const { ruling, gold, statements, disagreements } = cluster;
  const [first] = statements;
  if (!first) throw new RangeError(`cluster ${cluster.id} has no member`);
  const content = withoutLinks(StatementContent.parse(gold ?? first));
  if (ruling) {
    const verdict =
      ruling.decision === "no_statement" || ruling.decision === "both_defensible" ? ruling.decision : "gold";
    const chosen = verdict === "gold" ? origins(content, cluster, codebook) : {};
    return { verdict, content, chosen, reason: ruling.reason };
  }
  return { verdict: disagreements.length === 0 ? "gold" : null, content, chosen: {}, reason: "" };
}

/** The whole of one member. */
export function takeAll(draft: RulingDraft, memberId: string, cluster: ReviewCluster, codebook: Codebook): RulingDraft {
  const content = withoutLinks(StatementContent.parse(memberOf(cluster, memberId)));
  const chosen = Object.fromEntries(listParts(codebook).map((part) => [part, memberId]));
  return { ...draft, verdict: "gold", content, chosen };
}

/** One part of one member. */
export function take(
  draft: RulingDraft,
  { part, memberId }: { part: string; memberId: string },
  cluster: ReviewCluster,
  codebook: Codebook,
): RulingDraft {
  const source = StatementContent.parse(memberOf(cluster, memberId));
  const content = takePart(draft.content, source, part, codebook);
  return { ...draft, verdict: "gold", content, chosen: { ...draft.chosen, [part]: memberId } };
}

/** A part changed by hand. */
export function edit(draft: RulingDraft, part: string, content: StatementContent): RulingDraft {
  return { ...draft, verdict: "gold", content, chosen: { ...draft.chosen, [part]: "edited" } };
}

/** Whether the gold statement has this part as a member does, and that was chosen or needed no choice. */
export function isTaken(
  draft: RulingDraft,
  { part, memberId }: { part: string; memberId: string },
  cluster: ReviewCluster,
  codebook: Codebook,
): boolean {
  if (draft.verdict !== "gold" || !(part in draft.chosen)) return false;
  const member = StatementContent.parse(memberOf(cluster, memberId));
  return readPart(draft.content, part, codebook) === readPart(member, part, codebook);
}

/** What saving would send as the decision, its provenance and gold; null while something is still to be chosen. */
export function composeRuling(
  draft: RulingDraft,
  cluster: ReviewCluster,
  codebook: Codebook,
): (Pick<RulingInput, "decision" | "provenance"> & { content: StatementContent | null }) | null {
  if (draft.verdict === null) return null;
  if (draft.verdict !== "gold") return { decision: draft.verdict, provenance: {}, content: null };
  if (toChoose(draft, cluster, codebook).length > 0) return null;
  const members = cluster.statements.map((member) => ({ id: member.id, content: StatementContent.parse(member) }));
  const taken = Object.entries(draft.chosen).filter(([, source]) => source !== "edited");
  const baseId = commonest(taken.map(([, source]) => source)) ?? members[0]?.id ?? "";
  const { content, provenance, decision } = composeGold(
    members,
    { baseId, parts: Object.fromEntries(taken), edited: draft.content },
    codebook,
  );
  return { content, provenance, decision };
}

/** The differing parts that nothing was chosen for yet. */
export function toChoose(draft: RulingDraft, cluster: ReviewCluster, codebook: Codebook): string[] {
  return differingParts(cluster, codebook).filter((part) => !(part in draft.chosen));
}

/** A reader of the ruling cannot guess why from the statements alone. */
export function needsReason(decision: Decision): boolean {
  return decision === "no_statement" || decision === "edited";
}

/** For gold that was ruled on before: the member each part equals, else "edited". */
function origins(content: StatementContent, { statements }: ReviewCluster, codebook: Codebook): Record<string, string> {
  return Object.fromEntries(
    listParts(codebook).map((part) => {
      const wanted = readPart(content, part, codebook);
      const origin = statements.find((member) => readPart(member, part, codebook) === wanted);
      return [part, origin?.id ?? "edited"];
    }),
  );
}

function memberOf({ id, statements }: ReviewCluster, memberId: string) {
  const member = statements.find((one) => one.id === memberId);
  if (!member) throw new RangeError(`statement ${memberId} is not in cluster ${id}`);
  return member;
}

/** Links of a reading name statements of that reading; gold has none of them. */
function withoutLinks(content: StatementContent): StatementContent {
  return { ...content, parentId: null, sameClaimAsId: null };
}

function commonest(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
