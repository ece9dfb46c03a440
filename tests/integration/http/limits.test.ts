import { NextRequest } from "next/server";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as unknownRoute from "@/app/api/[...path]/route";
import { GET as getAccount } from "@/app/api/v1/account/route";
import { GET as getAssignment } from "@/app/api/v1/assignments/[assignmentId]/route";
import { HttpProblem } from "@/domain/contract/problem";
import { proxy } from "@/proxy";
import { createApiKey } from "@/server/auth/api-keys";
import { env, forgetEnv } from "@/server/env";
import { admitCall } from "@/server/rate-limit";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
});
afterAll(forgetEnv);

test("says how many calls are left, and refuses more than there may be until the minute is over", async () => {
  expect(env().rateLimit).toBe(6000);
  env().rateLimit = 3;
  const { secret } = await createApiKey(
    sample.owner,
    { id: uuid(), name: "loop", scopes: ["read"], expiresAt: null },
    new Date(),
  );
  const headers = { authorization: `Bearer ${secret}`, origin: null, "sec-fetch-site": null };
  const left = [];
  for (let asked = 0; asked < 3; asked++) {
    const answer = await call(getAccount, "GET", { headers });
    expect(answer.status).toBe(200);
    left.push(answer.headers.get("ratelimit-remaining"));
  }
  expect(left).toEqual(["2", "1", "0"]);
  const refused = await call(getAccount, "GET", { headers });
  expect(refused.status).toBe(429);
  expect(HttpProblem.parse(await refused.json()).code).toBe("too_many_calls");
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  // Whose key it is goes on working in the browser.
  const own = await call(getAccount, "GET", { cookie });
  expect([own.status, own.headers.get("ratelimit-limit")]).toEqual([200, "3"]);
  env().rateLimit = 0;
  expect((await call(getAccount, "GET", { headers })).headers.has("ratelimit-limit")).toBe(false);
});

test("a new minute begins with all calls", () => {
  env().rateLimit = 1;
  expect(admitCall("x", 0)["RateLimit-Remaining"]).toBe("0");
  expect(() => admitCall("x", 59_000)).toThrow("go on in 1 s");
  expect(admitCall("x", 60_000)["RateLimit-Remaining"]).toBe("0");
  env().rateLimit = 0;
});

test("what has not changed is told in a few bytes", async () => {
  const params = { assignmentId: sample.ownAssignmentId };
  const first = await call(getAssignment, "GET", { cookie, params });
  const etag = first.headers.get("etag");
  expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
  const again = await call(getAssignment, "GET", { cookie, params, headers: { "if-none-match": `"x", ${etag}` } });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  const other = await call(getAssignment, "GET", { cookie, params, headers: { "if-none-match": 'W/"x"' } });
  expect(other.status).toBe(200);
});

const visit = (method: string, path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { method }));

test.each([
  ["PATCH", "/api/v1/account", "GET, PUT, DELETE, HEAD, OPTIONS"],
  ["DELETE", `/api/v1/assignments/${uuid()}`, "GET, HEAD, OPTIONS"],
  ["POST", "/api/v1/openapi.json", "GET, HEAD, OPTIONS"],
  ["GET", "/api/v1/session", "POST, DELETE, OPTIONS"],
])("%s %s is not taken, and the problem says what is", async (method, path, allowed) => {
  const answer = visit(method, path);
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(HttpProblem.parse(await answer.json()).code).toBe("method_not_allowed");
});

test.each([
  ["GET", "/api/v1/account"],
  ["HEAD", "/api/v1/account"],
  ["POST", "/api/v1/nothing"],
  ["POST", "/api/docs"],
  ["DELETE", "/review"],
])("%s %s is handed on", (method, path) => {
  expect(visit(method, path).status).toBe(200);
});

test("an address of the API that is none answers as what is absent does", async () => {
  const answer = unknownRoute.GET();
  expect(answer.status).toBe(404);
  expect(HttpProblem.parse(await answer.json()).code).toBe("not_found");
});
