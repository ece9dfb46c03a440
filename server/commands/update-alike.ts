import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";

/** Rows named in one query. */
const STEP = 500;

interface StatementUpdate {
  id: string;
  /** The one it has before; it is raised by one. */
  revision: number;
  columns: Prisma.StatementUncheckedUpdateManyInput;
}

/**
 * Changes statements; those that end alike are written together, for of thousands there are few kinds. Errors: 409
 * statements_changed when one has another revision by now.
 */
export async function updateAlike(tx: Tx, updates: readonly StatementUpdate[]): Promise<void> {
  for (const group of groupBy(updates, ({ revision, columns }) => JSON.stringify([revision, columns]))) {
    const [{ revision, columns }] = group;
    for (const step of inSteps(group.map(({ id }) => id))) {
      const { count } = await tx.statement.updateMany({
        where: { id: { in: step }, revision, deletedAt: null },
        data: { ...columns, revision: { increment: 1 } },
      });
      if (count === step.length) continue;
      throw conflict("statements_changed", "Some of these statements were changed meanwhile, so nothing was done.");
    }
  }
}

/** Lists of those that have the same key, in the order of their first. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Iterable<[T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups.values();
}

/** A list in pieces that a query can name. */
export function* inSteps<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += STEP) yield list.slice(from, from + STEP);
}
