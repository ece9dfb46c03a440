import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { guardTransaction } from "./guarded-transaction";
import { Turn } from "./turn";

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;

/**
 * Set on every connection. FULL because under WAL anything less loses acknowledged rows when the power fails. Foreign
 * keys are off by default in SQLite. One process owns the file, so only a person's own tool can make it busy; the wait
 * for that blocks every request and is therefore short.
 */
const PRAGMAS = [
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA busy_timeout = 1000",
];

/**
 * Prisma's better-sqlite3 adapter made safe for concurrent requests, which share its one connection. On its own it runs
 * a statement from outside an open transaction inside that transaction: the reader sees what is not committed, and the
 * writer's acknowledged row vanishes when the transaction rolls back. Here such a statement waits for its end.
 */
export class IsolatedSqlite extends PrismaBetterSqlite3 {
  constructor(
    file: string,
    private readonly isReadOnly: boolean,
  ) {
    // Fixed here because SQLite compares dates as text: rows written in two formats would not sort.
    super({ url: `file:${file}` }, { timestampFormat: "iso8601" });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    await adapter.executeScript([...PRAGMAS, ...(this.isReadOnly ? ["PRAGMA query_only = ON"] : [])].join(";"));
    // The driver closes at once, so the last moment of the process is early enough, and the file is left complete.
    const closeAtExit = () => void adapter.dispose();
    process.once("exit", closeAtExit);
    return isolate(adapter, () => process.off("exit", closeAtExit));
  }
}

function isolate(adapter: Adapter, disposed: () => void): Adapter {
  const turn = new Turn();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => turn.run(() => adapter.queryRaw(query)),
    executeRaw: (query) => turn.run(() => adapter.executeRaw(query)),
    executeScript: (script) => turn.run(() => adapter.executeScript(script)),
    dispose: () =>
      turn.run(async () => {
        disposed();
        await adapter.dispose();
      }),
    async startTransaction(isolationLevel) {
      const end = await turn.take();
      try {
        return guardTransaction(await adapter.startTransaction(isolationLevel), end);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}
