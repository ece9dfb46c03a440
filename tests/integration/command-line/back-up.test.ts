import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Verified, verifyData } from "@/server/bulk/verify-data";
import { backUp, restore } from "@/server/database/back-up";
import { type DatabaseSource, databaseSource } from "@/server/database/database-source";
import { createTestDatabase, provider } from "../../support/database";
import { seedSample } from "../../support/sample";
import { createPostgresqlDatabase } from "../../support/scratch-postgresql";

// What a beforeAll or beforeEach returns runs after the last test, or after each.
beforeAll(async () => (await createTestDatabase("sample")).close);
beforeAll(async () => void (await seedSample()));

let folder: string;
/** An empty place of the same kind. */
let other: DatabaseSource;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sayso-back-up-"));
  const scratch = provider === "postgresql" ? await createPostgresqlDatabase("nothing") : null;
  other = scratch ? { kind: "postgresql", url: scratch.url } : { kind: "sqlite", file: join(folder, "sayso.db") };
  return async () => {
    await scratch?.drop();
    rmSync(folder, { recursive: true });
  };
});

/** What is there; rejects when any of it is not as it was written. */
async function look(source: DatabaseSource): Promise<Verified> {
  const problems: unknown[] = [];
  const snapshot = await openSnapshot(source);
  const verified = await verifyData(snapshot, source.kind, (problem) => problems.push(problem));
  await snapshot.close();
  expect(problems).toEqual([]);
  return verified;
}

const now = new Date("2026-01-02T03:04:05.678Z");

test("all data comes back in another place, from a copy made while it was in use", async () => {
  const file = join(folder, "all.backup");
  backUp(databaseSource(), file);
  expect(() => backUp(databaseSource(), file)).toThrow("exists already");
  expect(await restore(other, file, now)).toEqual({ kept: null });
  const held = await look(databaseSource());
  expect(held.statements).toBeGreaterThan(0);
  expect(await look(other)).toEqual(held);
  if (other.kind === "postgresql") {
    await expect(restore(other, file, now)).rejects.toThrow("not empty");
    return;
  }
  // What stands in the log of the file that is replaced belongs to that file.
  const open = new Database(other.file);
  open.prepare('UPDATE "Project" SET "name" = \'Renamed since\'').run();
  open.close();
  const { kept } = await restore(other, file, now);
  expect(await look(other)).toEqual(held);
  const names = (path: string) =>
    new Database(path, { readonly: true }).prepare('SELECT "name" FROM "Project"').pluck();
  expect(names(other.file).get()).not.toBe("Renamed since");
  expect(names(kept ?? "").get()).toBe("Renamed since");
  expect(readdirSync(folder).filter((name) => /partial|arriving/.test(name))).toEqual([]);
});

test("what is damaged, of another kind or newer is refused, and nothing is changed", async () => {
  const file = join(folder, "all.backup");
  backUp(databaseSource(), file);
  await restore(other, file, now);
  const held = await look(other);
  const bad = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const whole = readFileSync(file);
  const turned = Uint8Array.from(whole);
  turned.fill(255, whole.length / 2, whole.length / 2 + 4096);
  const refused = [
    bad("half", whole.subarray(0, whole.length / 2)),
    bad("turned", turned),
    bad("text", Buffer.from("{}")),
  ];
  if (provider === "sqlite") {
    const newer = join(folder, "newer");
    copyFileSync(file, newer);
    const db = new Database(newer);
    db.exec(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '2999_x', 1)`,
    );
    db.close();
    refused.push(newer, bad("dump", Buffer.from("PGDMP, as it begins")));
  }
  for (const one of refused) {
    await expect(restore(other, one, now), one).rejects.toThrow();
    expect(await look(other), one).toEqual(held);
  }
});
