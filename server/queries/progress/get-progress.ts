import type { DocumentProgress, ProgressView } from "@/domain/contract/progress";
import { may } from "@/domain/policy";
import { expectedFinish } from "@/domain/progress/expected-finish";
import { BLIND, openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { hidesAnnotators, peopleNames } from "../name-annotators";
import { readActivity } from "./read-activity";
import { readDocumentProgress } from "./read-document-progress";
import { readWorkTimes } from "./read-work-times";

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 30;
const LISTED = 50;
const SHOWN = 200;

/**
 * How far a project is. Annotators get what is their own; nobody gets a count of statements of a document that they are still
 * to read blind. Errors: 404.
 */
export async function getProgress(actor: Actor, projectId: string, now: Date): Promise<ProgressView> {
  const db = database();
  const { project, role } = await openProject(db, actor, projectId, "progress.read");
  const isWhole = may("review.list", role);
  const own = pseudonym(project, actor.userId);
  const rows = await db.assignment.findMany({
    where: {
      ...{ kind: "annotation", withdrawnAt: null, document: { projectId } },
      ...(!isWhole && { userId: actor.userId }),
    },
    select: { documentId: true, userId: true, state: true, submittedAt: true, dueOn: true },
  });
  const today = now.toISOString().slice(0, 10);
  const isNamed = may("project.manage", role);
  const isMasked = hidesAnnotators(project) && !isNamed;
  const names = isNamed ? await peopleNames(db, project) : null;
  const times = await readWorkTimes(db, projectId, isWhole ? null : own);
  const userIds = [...new Set(rows.flatMap(({ userId }) => userId ?? []))].filter(
    (userId) => userId === actor.userId || !isMasked,
  );
  const people = userIds.map((userId) => {
    const theirs = rows.filter((row) => row.userId === userId);
    const name = pseudonym(project, userId);
    const { perDay } = paceOf(theirs, now);
    return {
      name: names?.get(userId) ?? (userId === actor.userId ? actor.name : name),
      ...countStates(theirs),
      overdue: theirs.filter(({ state, dueOn }) => state !== "submitted" && dueOn !== null && dueOn < today).length,
      minutes: Math.round((times.get(name) ?? 0) / 60_000),
      perDay,
    };
  });
  people.sort((a, b) => (a.name < b.name ? -1 : 1));
  const blind = await db.assignment.findMany({
    where: { userId: actor.userId, kind: "annotation", ...BLIND, document: { projectId } },
    select: { documentId: true },
  });
  const ofDocuments = isWhole
    ? summarise(await readDocumentProgress(db, projectId))
    : { documents: null, waiting: [], byDocument: null };
  return {
    scope: isWhole ? "project" : "own",
    readings: countStates(rows),
    pace: paceOf(rows, now),
    minutes: Math.round([...times.values()].reduce((sum, spent) => sum + spent, 0) / 60_000),
    people,
    days: daysOf(rows, now),
    ...ofDocuments,
    unsure: await readUnsure(db, projectId, {
      userId: isWhole ? null : actor.userId,
      closed: blind.map(({ documentId }) => documentId),
    }),
    activity: await readActivity(db, projectId, {
      actor: isWhole ? null : own,
      // Rulings tell how many clusters an article has, and an assignment's event whose reading it is.
      without: ["statement", "comment", ...(blind.length > 0 ? ["ruling"] : []), ...(isMasked ? ["assignment"] : [])],
      withoutClaims: isMasked,
      nameOf: new Map([
        [own, actor.name],
        ...[...(names ?? [])].map(([userId, name]) => [pseudonym(project, userId), name] as const),
      ]),
    }),
  };
}

interface Row {
  documentId: string;
  userId: string | null;
  state: string;
  submittedAt: Date | null;
  dueOn: string | null;
}

function countStates(rows: readonly Row[]) {
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  return { notStarted: count("assigned"), inProgress: count("in_progress"), finished: count("submitted") };
}

const finishedAt = (rows: readonly Row[]) => rows.flatMap(({ submittedAt }) => submittedAt?.getTime() ?? []);

function paceOf(rows: readonly Row[], now: Date) {
  const finished = finishedAt(rows);
  return expectedFinish(finished, rows.length - finished.length, now.getTime());
}

function daysOf(rows: readonly Row[], now: Date): ProgressView["days"] {
  const counts = new Map<string, number>();
  for (const moment of finishedAt(rows)) {
    const day = new Date(moment).toISOString().slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(now.getTime() - (DAYS - 1 - index) * DAY).toISOString().slice(0, 10);
    return { day, finished: counts.get(day) ?? 0 };
  });
}

/** What reviewers and managers see of the documents. */
function summarise(all: readonly DocumentProgress[]) {
  const waiting = all.filter(({ readings, finished, settled }) => readings > 0 && finished === readings && !settled);
  return {
    documents: {
      total: all.length,
      unassigned: all.filter(({ readings }) => readings === 0).length,
      waiting: waiting.length,
      settled: all.filter(({ settled }) => settled).length,
    },
    waiting: waiting.slice(0, LISTED).map(({ id, title, readings }) => ({ id, title, readings })),
    byDocument: all.slice(0, SHOWN),
  };
}

async function readUnsure(
  tx: Tx,
  projectId: string,
  { userId, closed }: { userId: string | null; closed: readonly string[] },
): Promise<ProgressView["unsure"]> {
  const found = await tx.statement.findMany({
    where: {
      ...{ confidence: "unsure", deletedAt: null },
      assignment: {
        ...{ kind: "annotation", withdrawnAt: null, document: { projectId } },
        // One's own are one's own, finished or not.
        ...(userId === null ? { state: "submitted", documentId: { notIn: [...closed] } } : { userId }),
      },
    },
    select: { assignment: { select: { id: true, document: { select: { id: true, title: true } } } } },
  });
  const counts = new Map<string, ProgressView["unsure"][number]>();
  for (const { assignment } of found) {
    const { id, title } = assignment.document;
    const statements = (counts.get(id)?.statements ?? 0) + 1;
    counts.set(id, { id, title, statements, assignmentId: userId === null ? null : assignment.id });
  }
  return [...counts.values()].sort((a, b) => b.statements - a.statements).slice(0, LISTED);
}
