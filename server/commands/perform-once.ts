import type { Relation } from "@/domain/contract/relation";
import type { Project } from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import { database, inTransaction, type Tx } from "@/server/database/client";
import { appendEvent, type NewEvent } from "@/server/events/append-event";
import { announceChange } from "@/server/events/change-feed";
import { conflict } from "@/server/http-error";
import { pseudonym } from "@/server/pseudonym";

/** One action of one person, named by the client so that sending it again is harmless. */
export interface OperationOf {
  actor: Actor;
  /** The program they act for, which the event names before them. */
  agent?: string;
  operationId: string;
  action: NewEvent["action"];
  subjectType: NewEvent["subjectType"];
  subjectId: string;
  relation?: Relation;
}

/** What a command did: its answer is kept as the event's `after` and given again to a retry. */
export interface Done<T> {
  project: Pick<Project, "id" | "pseudonymSecret">;
  /** The assignment that changed, or whose statement did: who has it open is told. */
  assignmentId?: string;
  before: unknown;
  answer: T;
}

interface Options {
  /** What takes time and needs no transaction; not done again either. */
  prepare?(): Promise<void>;
  /** Milliseconds the transaction may take, where that is longer than usual. */
  timeout?: number;
}

/**
 * Runs a command in one transaction with its event. An operation that was done already is not done again: its first
 * answer is returned, also when the retry ran at the same moment and lost the race.
 */
export async function performOnce<T>(
  operation: OperationOf,
  run: (tx: Tx, now: Date) => Promise<Done<T>>,
  { prepare, timeout }: Options = {},
): Promise<T> {
  const earlier = await findAnswer<T>(operation);
  if (earlier) return earlier.answer;
  await prepare?.();
  try {
    const { changed, answer } = await inTransaction(
      async (tx) => {
        const now = new Date();
        const { project, assignmentId, before, answer } = await run(tx, now);
        const { operationId, action, subjectType, subjectId, relation } = operation;
        const actor = actorName(project, operation);
        await appendEvent(tx, {
          projectId: project.id,
          operationId,
          actor,
          action,
          subjectType,
          subjectId,
          assignmentId,
          before,
          after: answer,
          relation,
          at: now,
        });
        return { changed: { projectId: project.id, subjectType, assignmentId }, answer };
      },
      timeout === undefined ? undefined : { timeout },
    );
    announceChange(changed);
    return answer;
  } catch (error) {
    const meanwhile = await findAnswer<T>(operation);
    if (meanwhile) return meanwhile.answer;
    throw error;
  }
}

function actorName(project: Pick<Project, "pseudonymSecret">, { actor, agent }: OperationOf): string {
  const person = pseudonym(project, actor.userId);
  return agent ? `${agent} ${person}` : person;
}

async function findAnswer<T>(operation: OperationOf): Promise<{ answer: T } | null> {
  const { operationId, action, subjectId } = operation;
  const event = await database().event.findUnique({ where: { operationId }, include: { project: true } });
  if (!event) return null;
  const same =
    event.action === action && event.subjectId === subjectId && event.actor === actorName(event.project, operation);
  if (!same)
    throw conflict("operation_reused", "This operationId names another operation; make a new one for each action.");
  return { answer: event.after as T };
}
