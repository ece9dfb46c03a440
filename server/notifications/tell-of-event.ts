import type { Tx } from "@/server/database/client";
import type { NewEvent } from "@/server/events/append-event";
import { pseudonym } from "@/server/pseudonym";
import { tell } from "./tell";

/** Ids asked for in one query. */
const BATCH = 500;

/** Leaves those whom an event concerns a notification of it, in its transaction; who did it is not told. */
export async function tellOfEvent(tx: Tx, event: NewEvent): Promise<void> {
  switch (event.action) {
    case "assignment.created":
      return tellOfAssignments(tx, event, [event.subjectId]);
    case "assignments.changed":
    case "assignments.planned":
      return tellOfAssignments(tx, event, givenBy(event.before));
    case "member.changed":
      return tellOfRole(tx, event);
    case "member.joined":
      return tellOfJoining(tx, event);
    case "ruling.answered":
      return tellOfAnswer(tx, event);
    default:
  }
}

/** Ids of the assignments that a change of many gave out (changesOf in server/commands/assignments/change-assignments.ts). */
function givenBy(changes: unknown): string[] {
  const { given = [] } = (changes ?? {}) as { given?: readonly { id: string }[] };
  return given.map(({ id }) => id);
}

async function tellOfAssignments(tx: Tx, event: NewEvent, ids: readonly string[]): Promise<void> {
  const byUser = new Map<string, { documentId: string; dueOn: string | null; count: number }>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await tx.assignment.findMany({
      where: { id: { in: ids.slice(from, from + BATCH) } },
      select: { userId: true, documentId: true, dueOn: true },
    });
    for (const { userId, documentId, dueOn } of rows) {
      if (userId === null) continue;
      const known = byUser.get(userId) ?? { documentId, dueOn, count: 0 };
      byUser.set(userId, { ...known, count: known.count + 1 });
    }
  }
  for (const [userId, { documentId, dueOn, count }] of byUser) {
    const named = count === 1 ? { documentId } : {};
    await tellOther(tx, event, userId, { kind: "assigned", ...named, detail: { count, dueOn } });
  }
}

async function tellOfRole(tx: Tx, event: NewEvent): Promise<void> {
  const member = await tx.membership.findUnique({ where: { id: event.subjectId } });
  if (member) await tellOther(tx, event, member.userId, { kind: "role", detail: { role: member.role } });
}

async function tellOfJoining(tx: Tx, event: NewEvent): Promise<void> {
  const { role } = (event.after ?? {}) as { role?: string };
  const managers = await tx.membership.findMany({ where: { projectId: event.projectId, role: "manager" } });
  for (const { userId } of managers) await tellOther(tx, event, userId, { kind: "joined", detail: { role } });
}

async function tellOfAnswer(tx: Tx, event: NewEvent): Promise<void> {
  const comment = await tx.comment.findUnique({
    where: { id: event.subjectId },
    select: { rulingId: true, documentId: true },
  });
  const ruling = comment?.rulingId ? await tx.ruling.findUnique({ where: { id: comment.rulingId } }) : null;
  if (!ruling) return;
  await tellOther(tx, event, ruling.actorId, { kind: "answered", documentId: ruling.documentId });
}

async function tellOther(
  tx: Tx,
  { projectId, operationId, actor, at }: NewEvent,
  userId: string,
  told: Pick<Parameters<typeof tell>[1], "kind" | "documentId" | "detail">,
): Promise<void> {
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { pseudonymSecret: true } });
  if (actor.endsWith(pseudonym(project, userId))) return;
  await tell(tx, { about: operationId, userId, projectId, at, ...told });
}
