import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let scratch: TestDatabase;
beforeEach(async () => {
  scratch = await createTestDatabase();
});
afterEach(() => scratch.close());

test("dates come back to the millisecond and compare in the order of time", async () => {
  const { db } = scratch;
  const moments = [
    "1969-12-31T23:59:59.999Z",
    "2022-01-05T17:59:59.000Z",
    "2022-01-05T18:14:59.999Z",
    "2022-01-05T18:15:00.000Z",
    "2026-11-22T00:00:00.001Z",
  ].map((text) => new Date(text));
  for (const [index, createdAt] of moments.toReversed().entries()) {
    await db.project.create({ data: { id: v7(), name: `p${index}`, pseudonymSecret: "s", createdAt } });
  }
  const found = await db.project.findMany({ orderBy: { createdAt: "asc" } });
  expect(found.map(({ createdAt }) => createdAt)).toEqual(moments);
  for (const [index, moment] of moments.entries()) {
    expect(await db.project.count({ where: { createdAt: { lt: moment } } })).toBe(index);
    expect(await db.project.count({ where: { createdAt: moment } })).toBe(1);
  }
});

test("a date the client fills in compares with one that was given", async () => {
  const { db } = scratch;
  const before = new Date(Date.now() - 1);
  const { createdAt } = await db.project.create({ data: { id: v7(), name: "now", pseudonymSecret: "s" } });
  expect(createdAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(await db.project.count({ where: { createdAt: { gt: before, lt: new Date(Date.now() + 1000) } } })).toBe(1);
});
