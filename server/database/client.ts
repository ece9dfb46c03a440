import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PrismaClient as PostgresqlClient } from "@/prisma/generated/postgresql/client";
import { type Prisma, PrismaClient } from "@/prisma/generated/sqlite/client";
import { perProcess } from "../per-process";
import { type DatabaseSource, databaseSource } from "./database-source";
import { GuardedPostgresql } from "./postgresql-adapter";
import { IsolatedSqlite } from "./sqlite-adapter";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

// Long enough for a class of annotators saving at once, short enough that a stuck write is told, not waited for.
const TRANSACTION_OPTIONS = { maxWait: 10_000, timeout: 30_000 };

interface Current {
  open: boolean;
  /** What waits for its commit. */
  after: (() => void)[];
}

interface State {
  db: Db | null;
  isReadOnly: boolean;
  /** The transaction the current call chain is in. */
  current: AsyncLocalStorage<Current>;
}

const state = perProcess<State>("database", () => ({ db: null, isReadOnly: false, current: new AsyncLocalStorage() }));

/**
 * The database of this process, opened at the first call and never at import (`next build` imports routes). Tables
 * exist only after `migrate()`. Throws inside `inTransaction`, whose `tx` is to be used there.
 */
export function database(): Db {
  // On SQLite it would wait for the transaction that waits for it; on PostgreSQL it would not see what tx has written.
  if (state.current.getStore()?.open) throw new Error("Inside inTransaction() use its tx: database() is outside it.");
  state.db ??= openDatabase(databaseSource());
  return state.db;
}

/**
 * From now on this process only reads: beside a running server, which owns a SQLite file alone. To be called before the
 * first `database()`. A write fails; what merely keeps results for later goes on without.
 */
export function onlyRead(): void {
  state.isReadOnly = true;
}

function openDatabase(source: DatabaseSource): Db {
  if (source.kind === "postgresql") {
    const adapter = new GuardedPostgresql(source.url);
    // Both clients are generated from one schema and differ in no model; everything else sees a single type.
    return new PostgresqlClient({ adapter, transactionOptions: TRANSACTION_OPTIONS }) as unknown as Db;
  }
  mkdirSync(join(/* turbopackIgnore: true */ source.file, ".."), { recursive: true, mode: 0o700 });
  return new PrismaClient({
    adapter: new IsolatedSqlite(source.file, state.isReadOnly),
    transactionOptions: TRANSACTION_OPTIONS,
  });
}

/** Closes the database; the next `database()` opens it again. */
export async function closeDatabase(): Promise<void> {
  const { db } = state;
  state.db = null;
  await db?.$disconnect();
}

/** Calls `then`, which may not throw, once the transaction this is called in is committed; outside of one at once. */
export function afterCommit(then: () => void): void {
  const current = state.current.getStore();
  if (current?.open) current.after.push(then);
  else then();
}

const ATTEMPTS = 5;

/** The database was too busy for a transaction, several times over. Nothing of it was saved. */
export class DatabaseBusyError extends Error {
  override name = "DatabaseBusyError";
  constructor(cause: unknown) {
    super(`The database was too busy ${ATTEMPTS} times in a row; nothing was saved. Try again in a moment.`, { cause });
  }
}

/**
 * Runs `run` in one transaction and commits it, or rolls back what it did when it throws. It is run again from the
 * start when the database gave way to another transaction, so it may do nothing outside `tx` that cannot be repeated.
 * Throws `DatabaseBusyError` when that keeps happening. Transactions do not nest: pass `tx` along. `timeout` is in
 * milliseconds, for what writes more than a screen does.
 */
export async function inTransaction<T>(run: (tx: Tx) => Promise<T>, options?: { timeout: number }): Promise<T> {
  const db = database();
  for (let attempt = 1; ; attempt += 1) {
    const current: Current = { open: true, after: [] };
    try {
      const done = await state.current.run(current, () => db.$transaction(run, { ...TRANSACTION_OPTIONS, ...options }));
      current.open = false;
      for (const then of current.after) then();
      return done;
    } catch (error) {
      if (!lostToAnotherTransaction(error)) throw error;
      if (attempt === ATTEMPTS) throw new DatabaseBusyError(error);
    } finally {
      current.open = false;
    }
    // Two that collided would collide again if they waited equally long.
    await wait(2 ** attempt * 10 * (0.5 + Math.random()));
  }
}

/**
 * Whether the database refused the whole transaction and asks for another try: serialization failure (40001), deadlock
 * (40P01), or a busy SQLite file. A connection lost during COMMIT is not among them: it may have been committed.
 */
function lostToAnotherTransaction(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "P2034") return true;
  // A failure of COMMIT itself comes as the driver's error, one of a statement comes wrapped.
  const details = JSON.stringify([error.cause, "meta" in error ? error.meta : null]);
  return /"originalCode":"(40001|40P01|SQLITE_BUSY\w*)"/.test(details);
}
