import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, database } from "@/server/database/client";
import { createTestDatabase, provider, type TestDatabase } from "@/tests/support/database";

describe.skipIf(provider !== "sqlite")("the connection to SQLite", () => {
  let scratch: TestDatabase;
  beforeEach(async () => {
    scratch = await createTestDatabase();
  });
  afterEach(() => scratch.close());

  const pragma = async (name: string) => {
    const rows = await database().$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
    return Object.values(rows[0] ?? {})[0];
  };

  test("is durable, checks foreign keys and waits for locks, again after it was reopened", async () => {
    for (let connection = 1; connection <= 2; connection += 1) {
      expect(await pragma("journal_mode")).toBe("wal");
      expect(Number(await pragma("synchronous"))).toBe(2);
      expect(Number(await pragma("foreign_keys"))).toBe(1);
      expect(Number(await pragma("busy_timeout"))).toBe(1000);
      await closeDatabase();
    }
  });
});
