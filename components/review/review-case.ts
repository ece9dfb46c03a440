import type { ReviewView, Ruling } from "@/domain/contract/review";
import type { Cluster, Disagreement } from "@/domain/review/cluster";
import type { Statement } from "@/domain/statement/statement";

/** A cluster with all that bears on ruling on it. */
export interface ReviewCase {
  id: string;
  /** Place in reading order, from 1. */
  number: number;
  cluster: Cluster;
  /** The readings' statements, in the order of the readings; null where a reading has none here. */
  found: (Statement | null)[];
  /** The statements alone, in the same order. */
  members: Statement[];
  /** The ruling that settles it. */
  ruling: Ruling | null;
  /** A ruling on some of these statements as they were before one changed. */
  outdated: Ruling | null;
  gold: Statement | null;
}

/** The cases of a review in reading order. */
export function listCases(view: ReviewView): ReviewCase[] {
  const gold = new Map(view.gold.statements.map((statement) => [statement.id, statement]));
  return view.clusters.map((cluster, index) => {
    const found = view.readings.map((reading) => {
      const member = cluster.members.find((one) => one.assignmentId === reading.assignmentId);
      return reading.statements.find((statement) => statement.id === member?.statementId) ?? null;
    });
    const members = found.filter((statement) => statement !== null);
    const touching = view.rulings.filter((ruling) => members.some((member) => ruling.memberIds.includes(member.id)));
    const ruling = touching.find((one) => !one.stale && [...one.memberIds].sort().join("+") === cluster.id) ?? null;
    return {
      id: cluster.id,
      number: index + 1,
      cluster,
      found,
      members,
      ruling,
      outdated: ruling ? null : (touching[0] ?? null),
      gold: gold.get(ruling?.goldStatementId ?? "") ?? null,
    };
  });
}

/** Rulings whose statements are all gone: nothing on the screen stands for them any more. */
export function listOrphans(view: ReviewView, cases: readonly ReviewCase[]): Ruling[] {
  const present = new Set(cases.flatMap(({ members }) => members.map((member) => member.id)));
  return view.rulings.filter((ruling) => !ruling.memberIds.some((id) => present.has(id)));
}

/** All finished readings have it and none differs: it can be accepted with the others in one action. */
export function isAgreed({ cluster, members }: ReviewCase): boolean {
  return members.length > 1 && cluster.disagreements.length === 0;
}

export type CaseFilter = "all" | "open" | Disagreement["kind"];

export function matches(filter: CaseFilter, { cluster, ruling }: ReviewCase): boolean {
  if (filter === "all") return true;
  if (filter === "open") return ruling === null;
  return cluster.disagreements.some((disagreement) => disagreement.kind === filter);
}

/** The next case without a ruling after this one, from the top again at the end; null when all are settled. */
export function nextOpen(cases: readonly ReviewCase[], afterId: string): ReviewCase | null {
  const at = cases.findIndex((one) => one.id === afterId);
  return [...cases.slice(at + 1), ...cases.slice(0, Math.max(at, 0))].find((one) => one.ruling === null) ?? null;
}

/** What a reading is called on the screen: A, B, C, … in the order of finishing. */
export function readingLetter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
