import { afterEach, beforeEach, expect, test } from "vitest";
import * as live from "@/app/api/health/live/route";
import * as health from "@/app/api/health/route";
import { closeDatabase } from "@/server/database/client";
import { forgetEnv } from "@/server/env";
import { createTestDatabase, provider, type TestDatabase } from "@/tests/support/database";

let scratch: TestDatabase;
beforeEach(async () => {
  scratch = await createTestDatabase();
});
afterEach(() => scratch.close());

test("a server that works says so, with its database", async () => {
  const response = await health.GET();
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    database: { kind: provider, latencyMs: expect.any(Number) },
  });
});

test("a server without its database says so, and is alive", async () => {
  await closeDatabase();
  // A folder that is a device, a port where nothing listens.
  if (provider === "sqlite") process.env.DATA_DIR = "/dev/null";
  else process.env.DATABASE_URL = "postgresql://127.0.0.1:1/nothing";
  forgetEnv();
  const response = await health.GET();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ status: "unavailable", database: { kind: provider, latencyMs: null } });
  expect(live.GET().status).toBe(200);
});
