import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, database } from "@/server/database/client";
import { Child } from "../../support/child";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type Sample, seedSample } from "../../support/sample";

let scratch: TestDatabase;
let sample: Sample;
let folder: string;

beforeAll(async () => {
  scratch = await createTestDatabase("sample");
  sample = await seedSample();
  folder = mkdtempSync(join(tmpdir(), "sayso-command-line-"));
});
afterAll(async () => {
  await scratch.close();
  rmSync(folder, { recursive: true });
});

/** Runs a command in a process of its own on the data of this test, or on other data. */
async function sayso(args: string[], at: { dataDir: string; url: string | null } = scratch) {
  const env = { DATA_DIR: at.dataDir, DATABASE_URL: at.url ?? "", NODE_OPTIONS: "" };
  return new Child("scripts/sayso/main.ts", { args, env }).ended();
}

async function saysoJson(
  args: string[],
  at?: { dataDir: string; url: string | null },
): Promise<Record<string, unknown>> {
  const { code, output } = await sayso([...args, "--json"], at);
  expect([0, 1], output).toContain(code);
  return JSON.parse(output) as Record<string, unknown>;
}

test("says what there is, what is called wrongly, and what cannot be done", async () => {
  expect(await saysoJson(["projects"])).toEqual({
    projects: [expect.objectContaining({ id: sample.projectId, documents: 1, members: 3 })],
  });
  expect(await sayso(["verify"])).toMatchObject({ code: 0, output: expect.stringMatching(/^Everything is as it was/) });
  expect(await sayso(["vreify"])).toMatchObject({ code: 2, output: expect.stringContaining('no command "vreify"') });
  expect(await sayso(["users", "add", "nobody"])).toMatchObject({ code: 2, output: expect.stringContaining("--name") });
  const nowhere = { dataDir: join(folder, "nowhere"), url: null };
  expect(await sayso(["verify"], nowhere)).toMatchObject({ code: 1, output: expect.stringContaining("no data in") });
  expect(existsSync(nowhere.dataDir)).toBe(false);
});

test("adds people to a project, and lets somebody in again who has lost their password", async () => {
  const added = await sayso([
    "users",
    "add",
    "Zoë@Example.org",
    "--name",
    "Zoë",
    "--project",
    sample.projectId,
    "--role",
    "reviewer",
  ]);
  expect(added).toMatchObject({ code: 1, output: expect.stringContaining("full e-mail address") });
  const args = [
    "users",
    "add",
    "zoe@example.org",
    "--name",
    "Zoë",
    "--project",
    sample.projectId,
    "--role",
    "reviewer",
  ];
  expect(await saysoJson(args)).toMatchObject({ email: "zoe@example.org", link: expect.stringContaining("#token=") });
  expect(await sayso(args)).toMatchObject({ code: 1, output: expect.stringContaining("already") });
  const user = await database().user.findUniqueOrThrow({
    where: { email: "zoe@example.org" },
    include: { memberships: true },
  });
  expect(user.memberships).toEqual([expect.objectContaining({ projectId: sample.projectId, role: "reviewer" })]);

  const { id: userId } = user;
  const credential = { id: userId, providerId: "credential", accountId: userId, userId, password: "$scrypt$lost" };
  await database().account.create({ data: credential });
  expect(await saysoJson(["users", "reset", "zoe@example.org"])).toMatchObject({ email: "zoe@example.org" });
  expect(await database().account.findMany({ where: { userId } })).toEqual([
    expect.objectContaining({ password: null }),
  ]);
});

test("copies the data to where the caller says, and puts it back with what was there kept", async () => {
  const file = join(folder, "all.backup");
  expect(await saysoJson(["backup", file])).toMatchObject({ file });
  // An embedded database has one owner; here nothing else runs on it, and on PostgreSQL there is no room for another.
  await closeDatabase();
  const restored = await sayso(["restore", file]);
  if (scratch.url) expect(restored).toMatchObject({ code: 1, output: expect.stringContaining("not empty") });
  else expect(restored).toMatchObject({ code: 0, output: expect.stringContaining("What was there before is kept in") });
});

test("tells what an installation has", async () => {
  const { checks } = (await saysoJson(["doctor"])) as { checks: { name: string; isGood: boolean; says: string }[] };
  expect(checks.map(({ name }) => name)).toContain("Backups");
  expect(checks.find(({ name }) => name === "Database")).toEqual({
    name: "Database",
    isGood: true,
    says: "up to date",
  });
  expect(checks.find(({ name }) => name === "Node")?.isGood).toBe(true);
});
