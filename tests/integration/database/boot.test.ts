import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Child } from "@/tests/support/child";
import { provider } from "@/tests/support/database";
import { createPostgresqlDatabase, type ScratchPostgresql } from "@/tests/support/scratch-postgresql";

const program = "tests/integration/database/processes/boot-server.ts";

let dataDir: string;
let scratch: ScratchPostgresql | null;
let children: Child[];
beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), "sayso-boot-")), "data");
  scratch = provider === "postgresql" ? await createPostgresqlDatabase("nothing") : null;
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await scratch?.drop();
  rmSync(join(dataDir, ".."), { recursive: true });
});

function start(env: Record<string, string> = {}): Child {
  const database = { DATABASE_URL: scratch?.url ?? "" };
  const child = new Child(program, {
    env: { DATA_DIR: dataDir, HOSTNAME: "", PORT: "", APP_URL: "", ...database, ...env },
  });
  children.push(child);
  return child;
}

describe("starting", () => {
  test("goes from an empty folder to one link, and again with another", async () => {
    const links: string[] = [];
    for (let turn = 1; turn <= 2; turn += 1) {
      const server = start({ PORT: "3456" });
      await server.says("#token=");
      server.process.kill("SIGTERM");
      const { code, output } = await server.ended();
      expect(code).toBe(143);
      expect(output.includes("Migrated the database")).toBe(turn === 1);
      links.push(/http:\/\/127\.0\.0\.1:3456\/sign-in\/link#token=[\w-]{40,}$/m.exec(output)?.[0] ?? "no link");
    }
    expect(new Set(links).size).toBe(2);
    expect(links).not.toContain("no link");
  });

  test("ends at once with a sentence when another server has the data", async () => {
    const first = start();
    await first.says("#token=");
    const { code, output } = await start({ PORT: "3457" }).ended();
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain(`Another Sayso (process ${first.pid}`);
  });

  test("ends with everything that is wrong with the environment, having made nothing", async () => {
    const { code, output } = await start({ PORT: "none", APP_URL: "nowhere" }).ended();
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toEqual([
      "PORT must be a whole number from 1 to 65535; leave it out for 3000.",
      "APP_URL must be the address people open, such as https://sayso.example.org, with no path after it.",
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });

  test.skipIf(provider !== "postgresql").each([
    ["a server that is not there", (url: URL) => Object.assign(url, { port: "1" }), "cannot be reached"],
    [
      "a database that is not there",
      (url: URL) => Object.assign(url, { pathname: "/nowhere" }),
      'no database "nowhere"',
    ],
  ])("ends with a sentence for %s", async (_, change, sentence) => {
    const url = change(new URL(scratch?.url ?? ""));
    const { code, output } = await start({ DATABASE_URL: url.href }).ended();
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(output).toContain(sentence);
  });

  test.skipIf(provider !== "sqlite")("leaves one complete file when it is ended", async () => {
    const server = start();
    await server.says("#token=");
    const file = join(dataDir, "sayso.db");
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    server.process.kill("SIGTERM");
    await server.ended();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(readFileSync(file).includes("owner@sayso.local")).toBe(true);
  });
});
