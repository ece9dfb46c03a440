import * as z from "zod";
import { Relation } from "@/domain/contract/relation";
import { AgreedAccepted, Ruling } from "@/domain/contract/review";
import { type ReviewHistory, type ReviewStep, ReviewTravelled } from "@/domain/contract/review-steps";
import { noSteps, recordStep } from "@/domain/review/review-steps";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";

/** What an event changed of the rulings of a document, or of how its statements are grouped. */
export interface ReviewChange {
  step: ReviewStep;
  /** Rulings that it put in place, and that it took away. */
  up: string[];
  down: string[];
  /** The operation whose groups it put in place, or took away. */
  groups: { batchId: string; up: boolean } | null;
}

const KINDS: Record<string, ReviewStep["kind"]> = {
  "ruling.made": "ruling",
  "ruling.withdrawn": "withdrawal",
  "ruling.agreed_accepted": "batch",
  "ruling.proposals_applied": "batch",
  "cluster.regrouped": "regrouping",
};
const TRAVELS = ["review.undone", "review.redone", "cluster.regroup_undone"];
/** How far back undo goes, and how many overtaken steps are passed over. */
const LONGEST = 500;
const MOST_PASSED = 20;

type StepEvent = Pick<rows.Event, "operationId" | "action"> & { relation: Relation | null };

/** What this person did in the review of a document, in order. */
async function readStepEvents(tx: Tx, project: rows.Project, actor: Actor, documentId: string): Promise<StepEvent[]> {
  const rulings = await tx.ruling.findMany({ where: { documentId }, select: { id: true } });
  const latest = await tx.event.findMany({
    where: {
      projectId: project.id,
      actor: pseudonym(project, actor.userId),
      subjectId: { in: [documentId, ...rulings.map(({ id }) => id)] },
      action: { in: [...Object.keys(KINDS), ...TRAVELS] },
    },
    orderBy: { sequence: "desc" },
    take: LONGEST,
    select: { operationId: true, action: true, relation: true },
  });
  return latest.reverse().map((row) => ({ ...row, relation: Relation.nullable().parse(row.relation) }));
}

/** What the caller's next undo and redo in a document would do. */
export async function readReviewHistory(
  tx: Tx,
  project: rows.Project,
  actor: Actor,
  documentId: string,
): Promise<ReviewHistory> {
  const events = await readStepEvents(tx, project, actor, documentId);
  const { done, undone } = events.reduce(recordStep, noSteps);
  const firstOf = async (steps: readonly string[]) => {
    for (const step of steps.slice(-MOST_PASSED).reverse()) {
      const change = await readChange(tx, documentId, events, step);
      if (change && (await planReversal(tx, documentId, change))) return change.step;
    }
    return null;
  };
  return { undo: await firstOf(done), redo: await firstOf(undone) };
}

/** What a step of the caller's last changed there, when it was done, taken back or done again; null: it cannot be told. */
export async function findReviewChange(
  tx: Tx,
  project: rows.Project,
  actor: Actor,
  { documentId, kind, operationId }: { documentId: string } & Pick<Relation, "kind" | "operationId">,
): Promise<ReviewChange | null> {
  const events = await readStepEvents(tx, project, actor, documentId);
  const { done, undone } = events.reduce(recordStep, noSteps);
  const steps = kind === "reverts" ? done : undone;
  return steps.includes(operationId) ? readChange(tx, documentId, events, operationId) : null;
}

async function readChange(
  tx: Tx,
  documentId: string,
  events: readonly StepEvent[],
  step: string,
): Promise<ReviewChange | null> {
  const first = events.find(({ operationId }) => operationId === step);
  const last = events.findLast((event) => (event.relation?.operationId ?? event.operationId) === step);
  const kind = first && KINDS[first.action];
  if (!kind || !last) return null;
  const event = await tx.event.findUniqueOrThrow({ where: { operationId: last.operationId } });
  const change = { step: { operationId: step, kind }, up: [], down: [], groups: null };
  switch (event.action) {
    case "ruling.made": {
      const { replaced } = z.object({ replaced: z.array(Ruling.pick({ id: true })) }).parse(event.before);
      return { ...change, up: [event.subjectId], down: replaced.map(({ id }) => id) };
    }
    case "ruling.withdrawn": {
      const { restored } = z.object({ restored: z.array(z.uuid()).default([]) }).parse(event.after);
      return { ...change, up: restored, down: [event.subjectId] };
    }
    case "ruling.agreed_accepted":
      return { ...change, up: AgreedAccepted.parse(event.after).rulings.map(({ id }) => id) };
    case "ruling.proposals_applied": {
      const { batchId } = z.object({ batchId: z.uuid() }).parse(event.after);
      const rulings = await tx.ruling.findMany({ where: { documentId, batchId }, select: { id: true } });
      return { ...change, up: rulings.map(({ id }) => id) };
    }
    case "cluster.regrouped":
      return { ...change, groups: { batchId: step, up: true } };
    case "cluster.regroup_undone":
      return { ...change, groups: { batchId: step, up: false } };
    default: {
      const { ended, restored } = ReviewTravelled.parse(event.after);
      const groups = kind === "regrouping" ? { batchId: step, up: event.action === "review.redone" } : null;
      return { ...change, up: restored, down: ended, groups };
    }
  }
}

/** Rulings to be taken away and put back so that a change is undone; null: others have ruled or regrouped since. */
export async function planReversal(
  tx: Tx,
  documentId: string,
  { step, up, down, groups }: ReviewChange,
): Promise<{ end: rows.Ruling[]; restore: rows.Ruling[] } | null> {
  if (groups) return (await canRegroup(tx, documentId, groups)) ? { end: [], restore: [] } : null;
  const all = await tx.ruling.findMany({ where: { documentId, OR: [{ deletedAt: null }, { id: { in: down } }] } });
  const live = all.filter(({ deletedAt }) => deletedAt === null);
  const end = live.filter(({ id }) => up.includes(id));
  const restore = freeOf(
    all.filter(({ id, deletedAt }) => deletedAt !== null && down.includes(id)),
    live.filter((ruling) => !end.includes(ruling)),
  );
  // A single one is undone as it is or not at all; of many what still stands.
  const isWhole = step.kind === "batch" || (end.length === up.length && (up.length > 0 || restore.length > 0));
  return isWhole && end.length + restore.length > 0 ? { end, restore } : null;
}

/** Those on whose statements none of `standing` rules. */
export function freeOf(rulings: readonly rows.Ruling[], standing: readonly rows.Ruling[]): rows.Ruling[] {
  const ruledOn = new Set(standing.flatMap(({ memberIds }) => memberIds as string[]));
  return rulings.filter(({ memberIds }) => !(memberIds as string[]).some((id) => ruledOn.has(id)));
}

async function canRegroup(
  tx: Tx,
  documentId: string,
  { batchId, up }: NonNullable<ReviewChange["groups"]>,
): Promise<boolean> {
  const made = await tx.clusterGroup.findMany({ where: { documentId, batchId } });
  if (up) return made.length > 0 && made.every(({ deletedAt }) => deletedAt === null);
  const named = new Set(made.flatMap(({ memberIds }) => memberIds as string[]));
  const later = await tx.clusterGroup.findMany({
    where: { documentId, deletedAt: null, createdAt: { gt: made[0]?.createdAt ?? new Date(0) } },
  });
  return made.length > 0 && !later.some(({ memberIds }) => (memberIds as string[]).some((id) => named.has(id)));
}
