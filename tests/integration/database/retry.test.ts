import { join } from "node:path";
import Database from "better-sqlite3";
import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DatabaseBusyError, inTransaction } from "@/server/database/client";
import { createTestDatabase, provider, type TestDatabase } from "@/tests/support/database";

let scratch: TestDatabase;
beforeEach(async () => {
  scratch = await createTestDatabase();
});
afterEach(() => scratch.close());

const project = (name: string) => ({ id: v7(), name, pseudonymSecret: "s" });

describe("a transaction that lost to another", () => {
  test("is given up after five attempts, with nothing saved", async () => {
    let attempts = 0;
    const losing = inTransaction(async (tx) => {
      attempts += 1;
      await tx.project.create({ data: project("lost") });
      throw Object.assign(new Error("write conflict"), { code: "P2034" });
    });
    await expect(losing).rejects.toThrow(DatabaseBusyError);
    expect(attempts).toBe(5);
    expect(await scratch.db.project.count()).toBe(0);
  });

  test("is not repeated when it failed for another reason", async () => {
    let attempts = 0;
    const failing = inTransaction(async () => {
      attempts += 1;
      throw new Error("no such statement");
    });
    await expect(failing).rejects.toThrow("no such statement");
    expect(attempts).toBe(1);
  });

  test.skipIf(provider !== "postgresql")("in a deadlock is run again, and both are saved", async () => {
    const [left, right] = [project("left"), project("right")];
    await scratch.db.project.createMany({ data: [left, right] });
    let waiting = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let attempts = 0;
    const rename = (first: string, second: string, name: string) =>
      inTransaction(async (tx) => {
        attempts += 1;
        await tx.project.update({ where: { id: first }, data: { name } });
        waiting += 1;
        if (waiting === 2) meet();
        await met;
        await tx.project.update({ where: { id: second }, data: { pseudonymSecret: name } });
      });
    await Promise.all([rename(left.id, right.id, "one"), rename(right.id, left.id, "two")]);
    expect(attempts).toBe(3);
    expect(await scratch.db.project.findUnique({ where: { id: left.id } })).toMatchObject({
      name: "one",
      pseudonymSecret: "two",
    });
    expect(await scratch.db.project.findUnique({ where: { id: right.id } })).toMatchObject({
      name: "two",
      pseudonymSecret: "one",
    });
  });

  test.skipIf(provider !== "sqlite")("to a person's own tool is run again when that lets go", async () => {
    const tool = new Database(join(scratch.dataDir, "sayso.db"));
    tool.exec("BEGIN IMMEDIATE");
    // Fires after the first attempt, which waits for the file without giving way to timers.
    setTimeout(() => tool.close(), 1);
    let attempts = 0;
    await inTransaction(async (tx) => {
      attempts += 1;
      await tx.project.create({ data: project("patient") });
    });
    expect(attempts).toBeGreaterThan(1);
    expect(await scratch.db.project.count()).toBe(1);
  });
});
