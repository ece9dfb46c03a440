import { PrismaPg } from "@prisma/adapter-pg";
import { guardTransaction } from "./guarded-transaction";

// Enough for a team; PostgreSQL allows 100 connections in all by default.
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/** Prisma's PostgreSQL adapter, whose transactions end the way their caller was told. */
export class GuardedPostgresql extends PrismaPg {
  #closed = false;

  constructor(url: string) {
    super(
      { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
      // An idle connection that the server closed: the pool replaces it. Without a listener the process would end.
      { onPoolError: (error) => this.#reportLostConnection(error) },
    );
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    const dispose = adapter.dispose.bind(adapter);
    adapter.startTransaction = async (isolationLevel) =>
      guardTransaction(await startTransaction(isolationLevel), () => {});
    adapter.dispose = () => {
      this.#closed = true;
      return dispose();
    };
    return adapter;
  }

  #reportLostConnection(error: Error): void {
    if (!this.#closed) console.warn(`A connection to PostgreSQL was lost and will be replaced: ${error.message}`);
  }
}
