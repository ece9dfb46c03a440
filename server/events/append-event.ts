import { createHash } from "node:crypto";
import type { EventAction } from "@/domain/audit/event-sentences";
import { canonicalJson } from "@/domain/canonical-json";
import type { Relation } from "@/domain/contract/relation";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { tellOfEvent } from "@/server/notifications/tell-of-event";

/** One change, as history, undo and audit read it. */
export interface NewEvent {
  projectId: string;
  operationId: string;
  /** Pseudonym of who did it within the project. */
  actor: string;
  /** Says what it is in words: domain/audit/event-sentences.ts. */
  action: EventAction;
  subjectType:
    | "project"
    | "member"
    | "codebook"
    | "document"
    | "speaker"
    | "target"
    | "assignment"
    | "statement"
    | "ruling"
    | "export"
    | "import"
    | "comment"
    | "finding"
    | "recode";
  subjectId: string;
  /** The assignment the subject is or belongs to. */
  assignmentId?: string | null;
  before: unknown;
  after: unknown;
  relation?: Relation | null;
  at: Date;
}

/**
 * Hash of an event: SHA-256 of the previous event's hash and this one's canonical JSON, hex. The columns that came later
 * count only where they are filled, so that the hashes of events before them still hold.
 */
export function hashEvent(
  previousHash: string,
  { assignmentId, relation, ...event }: Omit<NewEvent, "at"> & { sequence: number; at: string },
): string {
  const hashed = { ...event, ...(assignmentId && { assignmentId }), ...(relation && { relation }) };
  return createHash("sha256").update(previousHash).update(canonicalJson(hashed)).digest("hex");
}

/**
 * Makes others who write in the project wait until the transaction ends: for what is numbered by how many there are,
 * which two at the same moment would give the same number.
 */
export async function holdProject(tx: Tx, projectId: string): Promise<void> {
  await tx.eventHead.update({ where: { projectId }, data: { sequence: { increment: 0 } } });
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
  const { relation, ...columns } = event;
  await tx.event.create({
    data: {
      ...columns,
      id: event.operationId,
      sequence: head.sequence,
      before: json(before),
      after: json(after),
      relation: relation ?? undefined,
      hash,
    },
  });
  await tx.eventHead.update({ where: { projectId: event.projectId }, data: { hash } });
  await tellOfEvent(tx, event);
}

const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
const json = (value: unknown) => (value === null ? undefined : (value as Prisma.InputJsonValue));
