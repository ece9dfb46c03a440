import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { database, inTransaction } from "@/server/database/client";
import { createTestDatabase, provider, type TestDatabase } from "@/tests/support/database";

let scratch: TestDatabase;
beforeEach(async () => {
  scratch = await createTestDatabase();
});
afterEach(() => scratch.close());

const project = (name: string) => ({ id: v7(), name, pseudonymSecret: "secret" });
const names = async () => (await scratch.db.project.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);

/** A transaction that has written "inside" and waits to be told to go on. */
function openTransaction(ending: "commit" | "rollback") {
  let proceed = () => {};
  const told = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  let report = () => {};
  const written = new Promise<void>((resolve) => {
    report = resolve;
  });
  const finished = inTransaction(async (tx) => {
    await tx.project.create({ data: project("inside") });
    report();
    await told;
    // Work that gives whoever should be waiting outside the time to slip in.
    for (let n = 0; n < 10; n += 1) await tx.project.count();
    if (ending === "rollback") throw new Error("changed my mind");
  });
  return { written, proceed, finished };
}

describe("a request beside an open transaction", () => {
  test("reads nothing that is not committed", async () => {
    const transaction = openTransaction("rollback");
    await transaction.written;
    const reading = names();
    transaction.proceed();
    await expect(transaction.finished).rejects.toThrow("changed my mind");
    expect(await reading).toEqual([]);
  });

  test("keeps what it wrote when the transaction rolls back", async () => {
    const transaction = openTransaction("rollback");
    await transaction.written;
    // Prisma begins only when it is waited for.
    const writing = scratch.db.project.create({ data: project("outside") }).then(({ name }) => name);
    transaction.proceed();
    await expect(transaction.finished).rejects.toThrow("changed my mind");
    expect(await writing).toBe("outside");
    expect(await names()).toEqual(["outside"]);
  });

  test("among many, half of them rolled back, leaves exactly what was acknowledged", async () => {
    const acknowledged: string[] = [];
    async function lane(name: string, write: (name: string) => Promise<unknown>): Promise<void> {
      for (let n = 10; n < 30; n += 1) {
        const done = await write(`${name}${n}`).then(
          () => true,
          () => false,
        );
        if (done) acknowledged.push(`${name}${n}`);
      }
    }
    const inside = (name: string, fails: boolean) =>
      inTransaction(async (tx) => {
        await tx.project.create({ data: project(name) });
        for (let n = 0; n < 3; n += 1) await tx.project.count();
        if (fails) throw new Error("changed my mind");
      });
    await Promise.all([
      lane("plain", (name) => scratch.db.project.create({ data: project(name) })),
      lane("committed", (name) => inside(name, false)),
      lane("refused", (name) => inside(name, true)),
      lane("abandoned", (name) => inside(name, true)),
    ]);
    expect(acknowledged).toHaveLength(40);
    expect(await names()).toEqual(acknowledged.sort());
  });
});

describe("a transaction", () => {
  test("that went on after a failed statement does not commit", async () => {
    const twice = project("twice");
    await scratch.db.project.create({ data: twice });
    const careless = inTransaction(async (tx) => {
      await tx.project.create({ data: project("before") });
      await tx.project.create({ data: twice }).catch(() => {});
    });
    await expect(careless).rejects.toThrow();
    expect(await names()).toEqual(["twice"]);
  });

  test("whose COMMIT fails leaves nothing open and nothing behind", async () => {
    // The one thing that can fail at COMMIT on both: a foreign key that is checked only then.
    if (provider === "postgresql") {
      await scratch.db.$executeRawUnsafe(
        'ALTER TABLE "EventHead" ALTER CONSTRAINT "EventHead_projectId_fkey" DEFERRABLE INITIALLY DEFERRED',
      );
    }
    const doomed = inTransaction(async (tx) => {
      if (provider === "sqlite") await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
      await tx.$executeRaw`INSERT INTO "EventHead" ("projectId") VALUES ('nowhere')`;
    });
    await expect(doomed).rejects.toThrow();
    await scratch.db.project.create({ data: project("after") });
    await inTransaction((tx) => tx.project.create({ data: project("later") }));
    expect(await names()).toEqual(["after", "later"]);
    expect(await scratch.db.eventHead.count()).toBe(0);
  });

  test("refuses database(), which is outside it", async () => {
    await expect(inTransaction(async () => database().project.count())).rejects.toThrow("use its tx");
    expect(await database().project.count()).toBe(0);
  });
});
