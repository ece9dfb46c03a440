import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Child } from "@/tests/support/child";
import { createTestDatabase, provider, type TestDatabase } from "@/tests/support/database";

const program = "tests/integration/database/processes/write-projects.ts";
const WRITES = 50;
const tracerWorks = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
if (!tracerWorks) console.warn("SKIPPED: counting fsync calls needs strace and the right to trace.");

let scratch: TestDatabase;
beforeEach(async () => {
  scratch = await createTestDatabase();
});
afterEach(() => scratch.close());

describe("acknowledged writes", () => {
  test("are there after the process was killed", async () => {
    const { output, signal } = await new Child(program, { args: [String(WRITES)] }).ended();
    expect(output).toContain(`${WRITES} written`);
    expect(signal).toBe("SIGKILL");
    expect(await scratch.db.project.count()).toBe(WRITES);
  });

  // On PostgreSQL it is the server that syncs, in processes that are not ours to trace.
  test.skipIf(provider !== "sqlite" || !tracerWorks)("are each forced to disk", async () => {
    const trace = join(scratch.dataDir, "trace");
    const tracer = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", trace];
    const { output } = await new Child(program, { args: [String(WRITES)], program: tracer }).ended();
    expect(output).toContain(`${WRITES} written`);
    const calls = readFileSync(trace, "utf8").match(/\bf(?:data)?sync\(\d+\)/g) ?? [];
    expect(calls.length).toBeGreaterThanOrEqual(WRITES);
  });
});
