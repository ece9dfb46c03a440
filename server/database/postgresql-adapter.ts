import { PrismaPg } from "@prisma/adapter-pg";
import { guardTransaction } from "./guarded-transaction";

// Enough for a team; PostgreSQL allows 100 connections in all by default.
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/** Prisma's PostgreSQL adapter, whose transactions end the way their caller was told. */
export class GuardedPostgresql extends PrismaPg {
  constructor(url: string) {
    super(
      { connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
      { onPoolError: reportLostConnection },
    );
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) =>
      guardTransaction(await startTransaction(isolationLevel), () => {});
    return adapter;
  }
}

/** An idle connection that the server closed: the pool replaces it, and without a listener the process would end. */
function reportLostConnection(error: Error): void {
  console.warn(`A connection to PostgreSQL was lost and will be replaced: ${error.message}`);
}
