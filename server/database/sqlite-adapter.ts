import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { Turn } from "./turn";

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * Set on every connection. FULL because under WAL anything less loses acknowledged rows when the power fails.
 * Foreign keys are off by default in SQLite.
 */
export const SQLITE_PRAGMAS = [
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA busy_timeout = 5000",
];

/**
 * Prisma's better-sqlite3 adapter made safe for concurrent requests, which share its one connection. On its own it
 * - runs a statement from outside an open transaction inside that transaction: the reader sees what is not committed,
 *   and the writer's acknowledged row vanishes when the transaction rolls back;
 * - leaves the transaction open when COMMIT fails, so that all later writes land in it (prisma/orm#29933).
 */
export class IsolatedSqlite extends PrismaBetterSqlite3 {
  constructor(file: string) {
    // Fixed here because SQLite compares dates as text: rows written in two formats would not sort.
    super({ url: `file:${file}` }, { timestampFormat: "iso8601" });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    await adapter.executeScript(SQLITE_PRAGMAS.join(";"));
    return isolate(adapter);
  }
}

function isolate(adapter: Adapter): Adapter {
  const turn = new Turn();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => turn.run(() => adapter.queryRaw(query)),
    executeRaw: (query) => turn.run(() => adapter.executeRaw(query)),
    executeScript: (script) => turn.run(() => adapter.executeScript(script)),
    dispose: () => turn.run(() => adapter.dispose()),
    async startTransaction(isolationLevel) {
      const end = await turn.take();
      try {
        return guard(await adapter.startTransaction(isolationLevel), adapter, end);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

/**
 * A transaction that ends the turn when it ends, whatever way that is. After a failed statement it takes no other but
 * a rollback, as on PostgreSQL: SQLite may have rolled back by itself, and what followed would be committed alone.
 */
function guard(transaction: Transaction, adapter: Adapter, end: () => void): Transaction {
  let open = true;
  let failure: { error: unknown } | null = null;

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    if (failure) throw failure.error;
    try {
      return await work();
    } catch (error) {
      failure = { error };
      throw error;
    }
  }

  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => attempt(() => transaction.queryRaw(query)),
    async executeRaw(query) {
      if (query.sql !== "ROLLBACK") {
        const changes = await attempt(() => transaction.executeRaw(query));
        if (query.sql === "COMMIT") open = false;
        return changes;
      }
      await rollBack();
      return 0;
    },
    async commit() {
      await transaction.commit();
      end();
    },
    async rollback() {
      try {
        await rollBack();
      } finally {
        await transaction.rollback();
        end();
      }
    },
    createSavepoint: async (name) => attempt(async () => transaction.createSavepoint?.(name)),
    async rollbackToSavepoint(name) {
      await transaction.rollbackToSavepoint?.(name);
      failure = null;
    },
    releaseSavepoint: async (name) => attempt(async () => transaction.releaseSavepoint?.(name)),
  };

  async function rollBack(): Promise<void> {
    if (!open) return;
    open = false;
    try {
      await adapter.executeScript("ROLLBACK");
    } catch (error) {
      // On a full disk and the like SQLite has rolled back already: that is what was wanted.
      if (!String(error).includes("no transaction is active")) throw error;
    }
  }
}
