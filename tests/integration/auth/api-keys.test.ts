import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { DELETE as revokeRoute } from "@/app/api/v1/account/api-keys/[keyId]/route";
import { POST as createRoute, GET as listRoute } from "@/app/api/v1/account/api-keys/route";
import { PUT as passwordRoute } from "@/app/api/v1/account/password/route";
import { GET as accountRoute } from "@/app/api/v1/account/route";
import { POST as statementRoute } from "@/app/api/v1/assignments/[assignmentId]/statements/route";
import { POST as suggestRoute } from "@/app/api/v1/documents/[documentId]/suggestions/route";
import { GET as exportRoute } from "@/app/api/v1/projects/[projectId]/export/route";
import { DELETE as signOutRoute } from "@/app/api/v1/session/route";
import { ApiKeyCreated, type ApiKeyInput, ApiKeyList, type Scope } from "@/domain/contract/api-keys";
import type { Actor } from "@/server/auth/actor";
import { createApiKey, findKeyActor } from "@/server/auth/api-keys";
import { database } from "@/server/database/client";
import { call, type Route, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, contentOver, makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
});

async function keyOf(actor: Actor, scopes: Scope[], expiresAt: string | null = null): Promise<string> {
  const input: ApiKeyInput = { id: uuid(), name: "tagger", scopes, expiresAt };
  return (await createApiKey(actor, input, new Date(0))).secret;
}

/** As a program calls: with a key, and with nothing that browsers send. */
function byKey(route: Route, method: string, secret: string, options: Parameters<typeof call>[2] = {}) {
  const headers = { authorization: `Bearer ${secret}`, origin: null, "sec-fetch-site": null, ...options.headers };
  return call(route, method, { ...options, headers });
}

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

test("a key is told once, kept as a hash, and lists what it may do", async () => {
  const body = { id: uuid(), name: " nightly export ", scopes: ["read"], expiresAt: null };
  const answer = await call(createRoute, "POST", { cookie, body });
  expect(answer.status).toBe(201);
  const { apiKey, secret } = ApiKeyCreated.strict().parse(await answer.json());
  expect(secret).toMatch(/^sayso_[0-9A-Za-z]{43}$/);
  expect(apiKey).toMatchObject({ id: body.id, name: "nightly export", scopes: ["read"], lastUsedAt: null });
  const row = await database().apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
  expect(JSON.stringify(row)).not.toContain(secret.slice(6));
  const list = ApiKeyList.strict().parse(await (await call(listRoute, "GET", { cookie })).json());
  expect(list.items.map(({ id }) => id)).toContain(apiKey.id);
  expect(JSON.stringify(list)).not.toContain(secret.slice(6));
  expect(await codeOf(await call(createRoute, "POST", { cookie, body }))).toEqual([409, "id_taken"]);
  const past = { ...body, id: uuid(), expiresAt: "2020-01-01T00:00:00.000Z" };
  expect((await call(createRoute, "POST", { cookie, body: past })).status).toBe(422);
});

test("two keys are never the same", async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keyOf(sample.owner, ["read"])));
  expect(new Set(secrets).size).toBe(20);
});

describe("scopes", () => {
  const json = { query: "?format=json" };
  const calls = async (): Promise<Record<string, (secret: string) => Promise<Response>>> => {
    const documentId = await addDocument(sample, "“Naïve,” said the mayor.");
    const assignmentId = await assign(sample, documentId, sample.owner);
    const content = contentOver("“Naïve,” said the mayor.", "“Naïve,”");
    return {
      read: (secret) => byKey(accountRoute, "GET", secret),
      write: (secret) =>
        byKey(statementRoute, "POST", secret, {
          params: { assignmentId },
          body: { operationId: uuid(), id: uuid(), content },
        }),
      suggest: (secret) =>
        byKey(suggestRoute, "POST", secret, {
          params: { documentId },
          body: {
            operationId: uuid(),
            agent: { name: "tagger", version: "1" },
            statements: [{ id: uuid(), content: { spans: content.spans }, score: 0.7 }],
          },
        }),
    };
  };

  test.each<Scope>(["read", "write", "suggest"])("%s allows that and nothing else", async (scope) => {
    const secret = await keyOf(sample.owner, [scope]);
    for (const [name, attempt] of Object.entries(await calls())) {
      const answer = await attempt(secret);
      if (name === scope) expect(answer.status).toBeLessThan(300);
      else expect(await codeOf(answer)).toEqual([403, "scope_missing"]);
    }
  });

  test("a key reaches no further than its owner", async () => {
    const annotator = await makeActor(sample, "annotator");
    const stranger = await makeActor(sample, null);
    const body = {
      operationId: uuid(),
      agent: { name: "tagger", version: "1" },
      statements: [{ id: uuid(), content: { spans: [{ role: "content", start: 0, end: 3, quote: "The" }] } }],
    };
    const params = { documentId: sample.documentId };
    const suggest = (secret: string) => byKey(suggestRoute, "POST", secret, { params, body });
    expect((await suggest(await keyOf(annotator, ["suggest"]))).status).toBe(403);
    expect(await codeOf(await suggest(await keyOf(stranger, ["suggest"])))).toEqual([404, "not_found"]);
    const read = await keyOf(stranger, ["read"]);
    const answer = await byKey(exportRoute, "GET", read, { params: { projectId: sample.projectId }, ...json });
    expect(await codeOf(answer)).toEqual([404, "not_found"]);
  });

  test("no key makes, lists or revokes keys, changes the password or signs anybody out", async () => {
    const secret = await keyOf(sample.owner, ["read", "write", "suggest"]);
    const { id } = (await database().apiKey.findFirstOrThrow({ where: { userId: sample.owner.userId } })) ?? {};
    for (const attempt of [
      byKey(createRoute, "POST", secret, { body: { id: uuid(), name: "X", scopes: ["read"], expiresAt: null } }),
      byKey(listRoute, "GET", secret),
      byKey(revokeRoute, "DELETE", secret, { params: { keyId: id } }),
      byKey(passwordRoute, "PUT", secret, { body: { currentPassword: null, newPassword: "a sentence of many words" } }),
      byKey(signOutRoute, "DELETE", secret),
    ]) {
      expect(await codeOf(await attempt)).toEqual([403, "session_only"]);
    }
  });
});

describe("a key that does not work gets one answer", () => {
  test("unknown, malformed, expired, revoked, or of somebody suspended", async () => {
    const revoked = await keyOf(sample.owner, ["read"]);
    const { id } = await database().apiKey.findFirstOrThrow({ orderBy: { id: "desc" } });
    await call(revokeRoute, "DELETE", { cookie, params: { keyId: id } });
    const suspended = await makeActor(sample, "annotator");
    const theirs = await keyOf(suspended, ["read"]);
    await database().user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
    const secrets = [
      `sayso_${"x".repeat(43)}`,
      "sayso_short",
      "",
      revoked,
      await keyOf(sample.owner, ["read"], "1990-01-01T00:00:00.000Z"),
      theirs,
    ];
    const answers = await Promise.all(
      secrets.map(async (secret) => {
        const answer = await byKey(accountRoute, "GET", secret);
        return [answer.status, answer.headers.get("www-authenticate"), await answer.text()];
      }),
    );
    expect(answers[0]?.slice(0, 2)).toEqual([401, "Bearer"]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("and one that comes with a cookie is refused, whatever it may do", async () => {
    const secret = await keyOf(sample.owner, ["read"]);
    expect(await codeOf(await byKey(accountRoute, "GET", secret, { cookie }))).toEqual([400, "key_and_cookie"]);
  });
});

test("nobody revokes another's key", async () => {
  const other = await makeActor(sample, "manager");
  await keyOf(other, ["read"]);
  const { id } = await database().apiKey.findFirstOrThrow({ where: { userId: other.userId } });
  const params = { keyId: id };
  expect((await call(revokeRoute, "DELETE", { cookie, params })).status).toBe(404);
  const own = await sessionOf(other.userId);
  expect((await call(revokeRoute, "DELETE", { cookie: own, params })).status).toBe(204);
  expect((await call(revokeRoute, "DELETE", { cookie: own, params })).status).toBe(404);
});

test("its use is noted, at most hourly", async () => {
  const secret = await keyOf(await makeActor(sample, "annotator"), ["read"]);
  const used = async (now: string) => {
    await findKeyActor(`Bearer ${secret}`, new Date(now));
    return (await database().apiKey.findFirstOrThrow({ orderBy: { id: "desc" } })).lastUsedAt?.toISOString();
  };
  expect(await used("2026-01-01T10:00:00.000Z")).toBe("2026-01-01T10:00:00.000Z");
  expect(await used("2026-01-01T10:59:59.000Z")).toBe("2026-01-01T10:00:00.000Z");
  expect(await used("2026-01-01T11:00:00.000Z")).toBe("2026-01-01T11:00:00.000Z");
});
