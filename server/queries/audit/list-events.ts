import { dayBounds } from "@/domain/audit/day-bounds";
import { sayAction } from "@/domain/audit/event-sentences";
import type { AuditEvent, EventFilter, EventList, EventsQuery } from "@/domain/contract/audit";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { peopleNames } from "../name-annotators";

const COLUMNS = {
  ...{ sequence: true, at: true, actor: true, action: true, subjectType: true, subjectId: true },
  ...{ assignmentId: true, hash: true },
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof COLUMNS }>;

/**
 * What happened in a project, the latest first, without what was before and after. Errors: 404, 403 for others than managers,
 * 409 own_reading_unfinished: it tells who marked how much where.
 */
export async function listEvents(actor: Actor, projectId: string, query: EventsQuery): Promise<EventList> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "audit.read");
  const { before, limit } = query;
  const found = await db.event.findMany({
    where: { ...whereOf(projectId, query), ...(before && { sequence: { lt: before } }) },
    orderBy: { sequence: "desc" },
    take: limit + 1,
    select: COLUMNS,
  });
  const page = found.slice(0, limit);
  const nameOf = await namesByPseudonym(db, project);
  const documents = await documentsOf(db, page);
  // By the database, from an index: Prisma would fetch every event.
  const actors = await db.$queryRaw<{ actor: string }[]>`
    SELECT DISTINCT "actor" FROM "Event" WHERE "projectId" = ${projectId}`;
  const actions = await db.$queryRaw<{ action: string }[]>`
    SELECT DISTINCT "action" FROM "Event" WHERE "projectId" = ${projectId}`;
  return {
    events: page.map((row) => toAuditEvent(row, nameOf(row.actor), documents)),
    older: found.length > limit ? (page.at(-1)?.sequence ?? null) : null,
    actors: actors.map((one) => ({ actor: one.actor, name: nameOf(one.actor) })).sort(byName),
    actions: actions.map(({ action }) => action).sort(),
  };
}

const byName = (a: EventList["actors"][number], b: EventList["actors"][number]) =>
  (a.name ?? a.actor) < (b.name ?? b.actor) ? -1 : 1;

function whereOf(projectId: string, filter: EventFilter): Prisma.EventWhereInput {
  const { actor, action, subjectType, subject } = filter;
  const { from, before } = dayBounds(filter);
  return {
    projectId,
    ...(actor && { actor }),
    ...(action && { action }),
    ...(subjectType && { subjectType }),
    ...(subject && { OR: [{ subjectId: subject }, { assignmentId: subject }] }),
    ...((from || before) && { at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
  };
}

/** Whose pseudonym stands in an event: its last word, an agent's name may be before it. */
async function namesByPseudonym(tx: Tx, project: rows.Project): Promise<(actor: string) => string | null> {
  const names = await peopleNames(tx, project);
  const byPseudonym = new Map([...names].map(([userId, name]) => [pseudonym(project, userId), name]));
  return (actor) => byPseudonym.get(actor.split(" ").at(-1) ?? "") ?? null;
}

type Titled = { id: string; title: string };

/** The article of each event that is about one, by the id of its assignment, else of its subject. */
async function documentsOf(tx: Tx, page: readonly Row[]): Promise<ReadonlyMap<string, Titled>> {
  const document = { select: { id: true, title: true } };
  const idsOf = (type: string) => page.flatMap((row) => (row.subjectType === type ? [row.subjectId] : []));
  const select = { id: true, document };
  const assignmentIds = [...page.flatMap(({ assignmentId }) => assignmentId ?? []), ...idsOf("assignment")];
  const found = [
    ...(await tx.assignment.findMany({ where: { id: { in: [...new Set(assignmentIds)] } }, select })),
    ...(await tx.ruling.findMany({ where: { id: { in: idsOf("ruling") } }, select })),
    ...(await tx.comment.findMany({ where: { id: { in: idsOf("comment") } }, select })),
  ];
  const documents = await tx.document.findMany({ where: { id: { in: idsOf("document") } }, ...document });
  return new Map([
    ...found.map((row) => [row.id, row.document] as const),
    ...documents.map((row) => [row.id, row] as const),
  ]);
}

function toAuditEvent(row: Row, name: string | null, documents: ReadonlyMap<string, Titled>): AuditEvent {
  const { sequence, at, actor, action, subjectType, subjectId, assignmentId, hash } = row;
  return {
    ...{ sequence, at: at.toISOString(), actor, name, action, sentence: sayAction(action) },
    ...{ subjectType, subjectId, hash },
    document: documents.get(assignmentId ?? "") ?? documents.get(subjectId) ?? null,
  };
}
