import { setImmediate as otherWork } from "node:timers/promises";
import { hashEvent, type NewEvent } from "@/server/events/append-event";
import { dateOf, jsonOf } from "./column-values";
import type { RawRow, Snapshot } from "./snapshot";

interface ChainPart {
  /** Sequence of an event that was verified before; 0: from the first. */
  after: number;
  /** How many to look at. */
  most: number;
}

interface ChainVerified {
  /** Sequence of the last event looked at. */
  upTo: number;
  /** Whether that is the last there is, and the end of the chain was held against what is noted of it. */
  finished: boolean;
}

const EVENTS_AT_A_TIME = 500;

/**
 * Holds a project's events, or some that follow each other, against their hashes: each is SHA-256 over the one before. Tells
 * of each place that is not as it was written, with the sequence of the event there.
 */
export async function verifyChain(
  snapshot: Snapshot,
  projectId: string,
  tell: (problem: string, sequence: number) => void,
  { after, most }: ChainPart = { after: 0, most: Number.POSITIVE_INFINITY },
): Promise<ChainVerified> {
  let [sequence, isBroken] = [after, false];
  let hash = after === 0 ? "" : await hashOf(snapshot, projectId, after);
  for (;;) {
    const count = Math.min(EVENTS_AT_A_TIME, after + most - sequence);
    if (count <= 0) return { upTo: sequence, finished: false };
    const rows = await snapshot.query(
      `SELECT * FROM "Event" WHERE "projectId" = ? AND "sequence" > ? ORDER BY "sequence" LIMIT ${count}`,
      [projectId, sequence],
    );
    for (const row of rows) {
      const number = Number(row.sequence);
      if (number !== sequence + 1) tell(`Events ${sequence + 1} to ${number - 1} are missing.`, sequence + 1);
      // Once a link is broken, what follows is held against what is stored: one change is one finding.
      if (hashEvent(hash, eventOf(row)) !== row.hash && number === sequence + 1) {
        tell(`Event ${number} (${row.action}) or the one before it is not as it was written.`, number);
        isBroken = true;
      }
      [sequence, hash] = [number, String(row.hash)];
    }
    if (rows.length < count) break;
    await otherWork();
  }
  const [head] = await snapshot.query('SELECT * FROM "EventHead" WHERE "projectId" = ?', [projectId]);
  if (!head) tell("The end of the chain of events is not noted anywhere.", sequence);
  else if (Number(head.sequence) !== sequence)
    tell(`There are ${sequence} events where ${head.sequence} were written.`, sequence);
  else if (head.hash !== hash && !isBroken) tell("The last event is not the one that was written last.", sequence);
  return { upTo: sequence, finished: true };
}

async function hashOf(snapshot: Snapshot, projectId: string, sequence: number): Promise<string> {
  const [row] = await snapshot.query('SELECT "hash" FROM "Event" WHERE "projectId" = ? AND "sequence" = ?', [
    projectId,
    sequence,
  ]);
  return String(row?.hash ?? "");
}

function eventOf(row: RawRow): Parameters<typeof hashEvent>[1] {
  return {
    projectId: String(row.projectId),
    sequence: Number(row.sequence),
    operationId: String(row.operationId),
    actor: String(row.actor),
    action: String(row.action) as NewEvent["action"],
    subjectType: String(row.subjectType) as NewEvent["subjectType"],
    subjectId: String(row.subjectId),
    assignmentId: row.assignmentId as string | null,
    before: jsonOf(row.before),
    after: jsonOf(row.after),
    relation: jsonOf(row.relation) as NewEvent["relation"],
    at: dateOf(row.at).toISOString(),
  };
}
