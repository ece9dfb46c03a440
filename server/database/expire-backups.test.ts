import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expireBackups } from "./expire-backups";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-expire-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-03-01T00:00:00.000Z");

function holds(...names: string[]) {
  for (const name of names) writeFileSync(join(folder, name), "");
}

test("of its own backups those older than 35 days go, and nothing that somebody named", () => {
  const old = ["replaced-2025-12-31T23-59-59-999Z.db", "sayso-2026-01-24T23-59-59-999Z.db"];
  const others = [
    "before the audit.db",
    "backup-2020-01-01.db",
    "sayso-2020-01-01T00-00-00-000Z.db.txt",
    "copy of sayso-2020-01-01T00-00-00-000Z.db",
    "sayso-2020-99-01T00-00-00-000Z.db",
  ];
  const young = ["backup-2026-01-25T00-00-00-000Z.pgdump", "sayso-2026-02-27T00-00-00-000Z.db"];
  holds(...old, ...others, ...young);
  mkdirSync(join(folder, "mine"));
  expect(expireBackups(folder, now)).toEqual(old);
  expect(readdirSync(folder).sort()).toEqual([...others, ...young, "mine"].sort());
});

test("the last one stays, however old; where there is no folder nothing happens", () => {
  holds("backup-2020-01-01T00-00-00-000Z.db", "sayso-2021-01-01T00-00-00-000Z.db");
  expect(expireBackups(folder, now)).toEqual(["backup-2020-01-01T00-00-00-000Z.db"]);
  expect(expireBackups(folder, now)).toEqual([]);
  expect(expireBackups(join(folder, "none"), now)).toEqual([]);
});
