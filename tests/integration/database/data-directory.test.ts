import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Child } from "@/tests/support/child";
import { provider } from "@/tests/support/database";

const program = "tests/integration/database/processes/own-data-directory.ts";

// Nothing here touches a database, so once is enough.
describe.skipIf(provider !== "sqlite")("a data directory", () => {
  let dataDir: string;
  let children: Child[];
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "sayso-owner-"));
    children = [];
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    rmSync(dataDir, { recursive: true });
  });

  function start(...args: string[]): Child {
    const child = new Child(program, { args, env: { DATA_DIR: dataDir } });
    children.push(child);
    return child;
  }

  test.each(["idle", "busy"])(
    "has one owner; a second says who it is within 5 seconds while the first is %s",
    async (state) => {
      const first = start(state);
      await first.says("owner");
      const contents = () => readdirSync(dataDir).map((name) => [name, statSync(join(dataDir, name)).mtimeMs]);
      const before = contents();

      const { code, output, milliseconds } = await start().ended();

      expect(code).toBe(1);
      expect(output).toMatch(new RegExp(`process ${first.pid}, on port 3000 since .* is using the data in ${dataDir}`));
      expect(milliseconds).toBeLessThan(5000);
      expect(contents()).toEqual(before);
    },
  );

  test("is free again when its owner is killed", async () => {
    const first = start();
    await first.says("owner");
    await first.kill();
    const second = start();
    await second.says("owner");
    expect(JSON.parse(readFileSync(join(dataDir, "owner.json"), "utf8"))).toMatchObject({
      pid: second.pid,
      port: 3000,
    });
  });

  test("is free when the number of a dead owner belongs to another process now", async () => {
    writeFileSync(
      join(dataDir, "owner.json"),
      JSON.stringify({ pid: process.pid, startedAt: "2026-01-01", port: 3000 }),
    );
    await start().says("owner");
  });
});
