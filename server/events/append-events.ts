import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { hashEvent, type NewEvent } from "./append-event";

/** Events stored in one query. */
const STEP = 200;

/**
 * Appends many events of one project at once, in the transaction of their changes: the head row is locked once, the chain
 * goes on through them in their order.
 */
export async function appendEvents(tx: Tx, projectId: string, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = await tx.eventHead.update({
    where: { projectId },
    data: { sequence: { increment: events.length } },
  });
  let { hash } = head;
  const first = head.sequence - events.length + 1;
  const rows = events.map((event, index): Prisma.EventCreateManyInput => {
    const sequence = first + index;
    const before = plain(event.before);
    const after = plain(event.after);
    hash = hashEvent(hash, { ...event, before, after, at: event.at.toISOString(), sequence });
    const { relation, ...columns } = event;
    return {
      ...columns,
      id: event.operationId,
      sequence,
      before: before === null ? undefined : (before as Prisma.InputJsonValue),
      after: after === null ? undefined : (after as Prisma.InputJsonValue),
      relation: relation ?? undefined,
      hash,
    };
  });
  for (let from = 0; from < rows.length; from += STEP) {
    await tx.event.createMany({ data: rows.slice(from, from + STEP) });
  }
  await tx.eventHead.update({ where: { projectId }, data: { hash } });
}

// What is hashed is what both databases give back: no undefined, no Date.
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
