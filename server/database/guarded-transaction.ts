import type { PrismaPg } from "@prisma/adapter-pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
export type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * A transaction of a driver that ends the way its caller was told. On their own the drivers
 * - commit after a failed statement: PostgreSQL then rolls back and reports success, and SQLite may have rolled back
 *   already, so that what followed is committed alone. Here nothing but a rollback follows a failure;
 * - leave the transaction open when COMMIT fails, so that later writes land in it and vanish (prisma/orm#29933).
 * `ended` is called once, when the transaction is over.
 */
export function guardTransaction(transaction: Transaction, ended: () => void): Transaction {
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

  async function rollBack(): Promise<void> {
    if (!open) return;
    open = false;
    try {
      await transaction.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] });
    } catch (error) {
      // On a full disk and the like SQLite has rolled back already: that is what was wanted.
      if (!JSON.stringify(error).includes("no transaction is active")) throw error;
    }
  }

  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => attempt(() => transaction.queryRaw(query)),
    async executeRaw(query) {
      if (query.sql === "ROLLBACK") {
        await rollBack();
        return 0;
      }
      const changes = await attempt(() => transaction.executeRaw(query));
      if (query.sql === "COMMIT") open = false;
      return changes;
    },
    async commit() {
      try {
        await transaction.commit();
      } finally {
        ended();
      }
    },
    async rollback() {
      try {
        await rollBack();
      } finally {
        try {
          await transaction.rollback();
        } finally {
          ended();
        }
      }
    },
    createSavepoint: (name) => attempt(async () => transaction.createSavepoint?.(name)),
    async rollbackToSavepoint(name) {
      await transaction.rollbackToSavepoint?.(name);
      failure = null;
    },
    releaseSavepoint: (name) => attempt(async () => transaction.releaseSavepoint?.(name)),
  };
}
