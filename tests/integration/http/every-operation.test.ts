import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { database } from "@/server/database/client";
import { absentObjectOf } from "../../support/access/objects";
import { sampleBodyOf } from "../../support/access/operation-samples";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { routeFileOf, routeOf } from "../../support/route-of";
import { makePerson } from "../auth/people";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

const root = path.join(import.meta.dirname, "../../..");
/** Routes that belong to nobody: whoever watches the server and whoever reads the description may call them. */
const PUBLIC = [
  "app/api/health/route.ts",
  "app/api/health/live/route.ts",
  "app/api/v1/openapi.json/route.ts",
  "app/api/[...path]/route.ts",
];

const all = Object.entries<Operation>(operations);
const writes = all.filter(([, operation]) => operation.method !== "get");

let cookie: string;

beforeAll(async () => {
  cookie = await sessionOf((await makePerson()).id);
});

// Who may call what is the matter of access-matrix.test.ts.

test("every route of the API is an operation or public", () => {
  const below = readdirSync(path.join(root, "app/api"), { recursive: true, encoding: "utf8" });
  const files = below.filter((file) => path.basename(file) === "route.ts").map((file) => path.join("app/api", file));
  expect(files.sort()).toEqual([...new Set([...all.map(([, operation]) => routeFileOf(operation)), ...PUBLIC])].sort());
});

test.each(writes)("%s is refused to another site", async (_name, operation) => {
  const before = await database().event.count();
  const answer = await call(await routeOf(operation), operation.method.toUpperCase(), {
    cookie,
    params: absentObjectOf(operation),
    body: sampleBodyOf(operation),
    headers: { origin: "https://evil.example" },
  });
  expect(answer.status).toBe(403);
  expect(await database().event.count()).toBe(before);
});
