import type { ProgressView } from "@/domain/contract/progress";
import type { Tx } from "@/server/database/client";

const LATEST = 30;

interface Wanted {
  /** Pseudonym of the only person whose events are read; null: everybody's. */
  actor: string | null;
  /** Subjects whose events are left out. */
  without: string[];
  /** Nor who took which article. */
  withoutClaims: boolean;
  /** Names by pseudonym. */
  nameOf: ReadonlyMap<string, string>;
}

/** What happened last in a project, with the titles of the articles that it happened to. */
export async function readActivity(
  tx: Tx,
  projectId: string,
  { actor, without, withoutClaims, nameOf }: Wanted,
): Promise<ProgressView["activity"]> {
  const events = await tx.event.findMany({
    where: {
      ...{ projectId, subjectType: { notIn: without } },
      ...(withoutClaims && { action: { not: "assignment.claimed" } }),
      ...(actor !== null && { actor }),
    },
    orderBy: { sequence: "desc" },
    take: LATEST,
    select: { at: true, actor: true, action: true, subjectId: true, assignmentId: true, after: true },
  });
  const training = await tx.assignment.findMany({
    where: { id: { in: events.flatMap(({ assignmentId }) => assignmentId ?? []) }, kind: "training" },
    select: { id: true },
  });
  const isTraining = new Set<string | null>(training.map(({ id }) => id));
  // A claim is an event of the project, and its answer names what was taken, if anything was.
  const told = events
    .filter(({ assignmentId }) => !isTraining.has(assignmentId))
    .map((event) => ({ ...event, assignmentId: event.assignmentId ?? claimedIn(event) }))
    .filter(({ action, assignmentId }) => action !== "assignment.claimed" || assignmentId !== null);
  const titleOf = await readTitles(
    tx,
    projectId,
    told.flatMap(({ subjectId, assignmentId }) => (assignmentId ? [subjectId, assignmentId] : [subjectId])),
  );
  return told.map(({ at, actor: who, action, subjectId, assignmentId }) => ({
    at: at.toISOString(),
    who: nameAll(who, nameOf),
    action,
    article: titleOf.get(assignmentId ?? "") ?? titleOf.get(subjectId) ?? null,
  }));
}

function claimedIn({ action, after }: { action: string; after: unknown }): string | null {
  if (action !== "assignment.claimed") return null;
  return (after as { assignmentId?: string | null } | null)?.assignmentId ?? null;
}

/** What a program did for somebody is by both: "tagger@1 ann_1234". */
const nameAll = (actor: string, nameOf: ReadonlyMap<string, string>) =>
  actor
    .split(" ")
    .map((word) => nameOf.get(word) ?? word)
    .join(" for ");

/** Titles of the articles that these ids are of, or of which they are an assignment, ruling or comment. */
async function readTitles(tx: Tx, projectId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const id = { in: [...new Set(ids)] };
  const of = { where: { id, document: { projectId } }, select: { id: true, document: { select: { title: true } } } };
  const documents = await tx.document.findMany({ where: { id, projectId }, select: { id: true, title: true } });
  const parts = [
    ...(await tx.assignment.findMany(of)),
    ...(await tx.ruling.findMany(of)),
    ...(await tx.comment.findMany(of)),
  ];
  return new Map([...documents.map((row) => [row.id, row.title] as const), ...parts.map(titleOfPart)]);
}

const titleOfPart = (row: { id: string; document: { title: string } }) => [row.id, row.document.title] as const;
