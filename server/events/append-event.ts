import { createHash } from "node:crypto";
import { canonicalJson } from "@/domain/canonical-json";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

/** One change, as history, undo and audit read it. */
export interface NewEvent {
  projectId: string;
  operationId: string;
  /** Pseudonym of who did it within the project. */
  actor: string;
  action: string;
  subjectType:
    | "project"
    | "member"
    | "codebook"
    | "document"
    | "speaker"
    | "target"
    | "assignment"
    | "statement"
    | "ruling";
  subjectId: string;
  before: unknown;
  after: unknown;
  at: Date;
}

/** Hash of an event: SHA-256 of the previous event's hash and this one's canonical JSON, hex. */
export function hashEvent(
  previousHash: string,
  event: Omit<NewEvent, "at"> & { sequence: number; at: string },
): string {
  return createHash("sha256").update(previousHash).update(canonicalJson(event)).digest("hex");
}

/**
 * Appends the event of a change, in the transaction of the change. The head row is updated first, which locks it until
 * the transaction ends: two writers of one project follow each other and the chain cannot fork.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  const head = await tx.eventHead.update({
    where: { projectId: event.projectId },
    data: { sequence: { increment: 1 } },
  });
  // What is hashed is what both databases give back: no undefined, no Date.
  const before = plain(event.before);
  const after = plain(event.after);
  const at = event.at.toISOString();
  const hash = hashEvent(head.hash, { ...event, before, after, at, sequence: head.sequence });
  await tx.event.create({
    data: { ...event, id: event.operationId, sequence: head.sequence, before: json(before), after: json(after), hash },
  });
  await tx.eventHead.update({ where: { projectId: event.projectId }, data: { hash } });
}

const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
const json = (value: unknown) => (value === null ? undefined : (value as Prisma.InputJsonValue));
