import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { routeOf } from "../../support/route-of";
import { type Sample, seedSample } from "../../support/sample";

// What no honest program sends is refused by every operation: a 4xx that says so, never a 5xx, and nothing is polluted.

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
});

const all = Object.entries<Operation>(operations);
const writing = all.filter(([, operation]) => operation.body);
const asking = all.filter(([, operation]) => operation.query);

const DEEP = 1000;
const HOSTILE: Readonly<Record<string, string>> = {
  "a __proto__": '{"operationId":"x","__proto__":{"polluted":true}}',
  "a constructor":
    '{"constructor":{"prototype":{"polluted":true}},"content":{"constructor":{"prototype":{"polluted":true}}}}',
  "lists in lists": `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`,
  "objects in objects": `${'{"content":'.repeat(DEEP)}1${"}".repeat(DEEP)}`,
  "a megabyte of one text": JSON.stringify({ id: "x".repeat(1_040_000) }),
  "many keys": JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`key${at}`, at]))),
  "a number": "1e999",
  null: "null",
  "a body of Flight": '0:{"a":"$@1"}\n1:"$undefined"',
};

/** What makes a careless pattern run for ever. */
const LONG = 10_000;
const QUERIES = [
  "a".repeat(LONG),
  `${"a,".repeat(LONG / 2)}!`,
  `${" ".repeat(LONG)}x`,
  `2022${"-01".repeat(LONG / 3)}`,
  "%00",
];

function paramsOf({ path }: Operation): Record<string, string> {
  const known = { assignmentId: sample.ownAssignmentId, documentId: sample.documentId, projectId: sample.projectId };
  return Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, { ...known }[name] ?? uuid()]),
  );
}

test.each(writing)("%s refuses what is no body of it", async (_name, operation) => {
  const route = await routeOf(operation);
  for (const [what, body] of Object.entries(HOSTILE)) {
    const answer = await call(route, operation.method.toUpperCase(), { cookie, params: paramsOf(operation), body });
    expect([400, 404, 409, 413, 422], `${what}: ${answer.status}`).toContain(answer.status);
  }
  expect("polluted" in {}).toBe(false);
});

test.each(asking)("%s refuses what is no query of it, or finds nothing", async (_name, operation) => {
  const route = await routeOf(operation);
  const names = Object.keys((operation.query as { shape?: object }).shape ?? {});
  for (const name of names.length > 0 ? names : ["x"]) {
    for (const value of QUERIES) {
      const query = `?${new URLSearchParams({ format: "json", strategy: "majority", [name]: decodeURIComponent(value) })}`;
      const answer = await call(route, "GET", { cookie, params: paramsOf(operation), query });
      await answer.body?.cancel();
      expect(answer.status, `${name}=${value.slice(0, 20)}`).toBeLessThan(500);
    }
  }
});
