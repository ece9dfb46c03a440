import { readdirSync } from "node:fs";
import path from "node:path";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_CLAIM_SETTINGS } from "@/domain/assignment/claim-settings";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { operations } from "@/domain/contract/operations";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import { DEFAULT_REVIEW_SETTINGS } from "@/domain/review/review-settings";
import { emptyContent } from "@/domain/statement/content";
import { createApiKey } from "@/server/auth/api-keys";
import { database } from "@/server/database/client";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { routeFileOf, routeOf } from "../../support/route-of";
import { makeActor, type Sample, seedSample } from "../../support/sample";

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
const closed = all.filter(([, operation]) => operation.access !== "anonymous");
const writes = all.filter(([, operation]) => operation.method !== "get");

let sample: Sample;
let strangerCookie: string;

beforeAll(async () => {
  sample = await seedSample();
  strangerCookie = await sessionOf((await makeActor(sample, null)).userId);
});

/** Rows that exist, none of them the stranger's. */
async function paramsOf(operation: Operation): Promise<Record<string, string>> {
  const statement = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
  const params = {
    assignmentId: sample.ownAssignmentId,
    statementId: statement.id,
    documentId: sample.documentId,
    projectId: sample.projectId,
    rulingId: uuid(),
    batchId: uuid(),
    exportId: await ownersExport(),
    importId: await someImport(),
    suggestionId: statement.id,
    keyId: await ownersKey(),
    userId: sample.owner.userId,
    sessionId: await ownersSession(),
    commentId: await someComment(),
    version: "1",
    recheckId: await someRecheck(statement.id),
    memberId: (await database().membership.findFirstOrThrow({ where: { projectId: sample.projectId } })).id,
    invitationId: await someInvitation(),
    ...{ list: "speakers", entryId: sample.speakerId("outlet") },
  };
  return Object.fromEntries(Object.entries(params).filter(([name]) => operation.path.includes(`{${name}}`)));
}

async function ownersExport(): Promise<string> {
  const id = uuid();
  const row = { id, projectId: sample.projectId, userId: sample.owner.userId, fileName: "x.json", mediaType: "text/x" };
  await database().export.create({ data: { ...row, choice: { format: "json" }, state: "cancelled" } });
  return id;
}

async function someImport(): Promise<string> {
  const id = uuid();
  const row = { id, projectId: sample.projectId, documentCount: 0, createdAt: new Date() };
  await database().import.create({ data: row });
  return id;
}

async function someInvitation(): Promise<string> {
  const id = uuid();
  const row = { id, projectId: sample.projectId, role: "annotator", hash: id };
  await database().invitation.create({ data: { ...row, expiresAt: new Date(Date.now() + 60_000) } });
  return id;
}

async function ownersKey(): Promise<string> {
  const id = uuid();
  await createApiKey(sample.owner, { id, name: "X", scopes: ["read"], expiresAt: null }, new Date());
  return id;
}

async function ownersSession(): Promise<string> {
  await sessionOf(sample.owner.userId);
  return (await database().session.findFirstOrThrow({ where: { userId: sample.owner.userId } })).id;
}

async function someComment(): Promise<string> {
  const id = uuid();
  const { documentId, owner } = sample;
  await database().comment.create({ data: { id, documentId, memberIds: [], authorId: owner.userId, text: "X" } });
  return id;
}

async function someRecheck(statementId: string): Promise<string> {
  const id = uuid();
  const codebook = await database().codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const asked = { codebookVersionId: codebook.id, statementId, outcome: "asked" };
  await database().codebookEffect.deleteMany({ where: asked });
  await database().codebookEffect.create({ data: { id, ...asked, causes: [] } });
  return id;
}

test("every route of the API is an operation or public", () => {
  const below = readdirSync(path.join(root, "app/api"), { recursive: true, encoding: "utf8" });
  const files = below.filter((file) => path.basename(file) === "route.ts").map((file) => path.join("app/api", file));
  expect(files.sort()).toEqual([...new Set([...all.map(([, operation]) => routeFileOf(operation)), ...PUBLIC])].sort());
});

test.each(closed)("%s is closed to who is not signed in", async (_name, operation) => {
  const route = await routeOf(operation);
  const answer = await call(route, operation.method.toUpperCase(), {
    params: await paramsOf(operation),
    body: bodyOf(operation),
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test.each(writes)("%s is refused to another site", async (_name, operation) => {
  const before = await database().event.count();
  const answer = await call(await routeOf(operation), operation.method.toUpperCase(), {
    cookie: strangerCookie,
    params: await paramsOf(operation),
    body: bodyOf(operation),
    headers: { origin: "https://evil.example" },
  });
  expect(answer.status).toBe(403);
  expect(await database().event.count()).toBe(before);
});

const aboutRows = closed.filter(([, operation]) => operation.path.includes("{"));

test.each(aboutRows)(
  "%s tells a stranger the same of a row that is there and of one that is not",
  async (_name, operation) => {
    const route = await routeOf(operation);
    const ask = async (params: Record<string, string>) => {
      const options = {
        cookie: strangerCookie,
        params,
        body: bodyOf(operation),
        query: operation.query
          ? "?format=json&strategy=majority&from=1&to=1&revision=1&list=stance.values&value=oppose&name=x"
          : "",
      };
      const answer = await call(route, operation.method.toUpperCase(), options);
      return [answer.status, await answer.text()];
    };
    const there = await paramsOf(operation);
    const absent = Object.fromEntries(Object.keys(there).map((name) => [name, uuid()]));
    expect(await ask(there)).toEqual(await ask(absent));
    expect((await ask(there))[0]).toBe(404);
  },
);

const planOptions = {
  annotators: [{ userId: uuid(), most: null }],
  ...{ readings: 2, sampleShare: null, seed: "1", order: "listed", dueOn: null },
};

/** A body of the right shape, so that it is the door that refuses and not the shape. */
function bodyOf(operation: Operation): object | undefined {
  if (!operation.body) return undefined;
  const everything = {
    operationId: uuid(),
    id: uuid(),
    revision: 1,
    ...{ baseVersion: 1, decisions: {} },
    content: emptyContent({ role: "content", start: 0, end: 3, quote: "The" }),
    name: "X",
    kind: "person",
    members: { [uuid()]: 1 },
    decision: "no_statement",
    provenance: {},
    reason: "x",
    gold: null,
    agent: { name: "tagger", version: "1" },
    statements: [{ id: uuid(), content: { spans: [{ role: "content", start: 0, end: 3, quote: "The" }] } }],
    suggestions: "off",
    reliable: 0.8,
    tentative: 0.667,
    groups: [[uuid()]],
    ...{ text: "x", statementIds: [uuid()], resolved: true, commentIds: [uuid()] },
    ...{ codebookId: uuid(), part: "stance", value: "oppose", caseKind: "example", message: "x" },
    relation: { kind: "reverts", operationId: uuid() },
    ...{ strategy: "majority", batchId: uuid(), fingerprint: "x" },
    ...DEFAULT_REVIEW_SETTINGS,
    ...{ base64: "eA==", documents: [{ id: uuid(), title: "X", text: "x" }] },
    ...{ template: "statements-v1", state: "archived" },
    ...{ give: [], withdraw: [], claims: DEFAULT_CLAIM_SETTINGS, options: planOptions, ...planOptions },
    ...{ role: "annotator", account: { kind: "signed_in" } },
    scopes: ["read"],
    choice: { format: "json" },
    files: [uuid()],
    preferences: defaultPreferences,
    email: "nobody@example.org",
    password: "x",
    token: "x".repeat(43),
    currentPassword: null,
    newPassword: "a sentence of many words",
    ...{ aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null, notes: null },
    ...{ externalIds: {}, affiliations: [], key: "X", description: null, broaderId: null, intoId: uuid() },
    ...{ isAdmin: true, blocked: false, code: "123456", required: false },
  };
  // Some contents are codebooks, all others statements.
  const codebook = { ...everything, content: defaultCodebook };
  const entry = { ...everything, state: "in_use" };
  const body = operation.path.includes("/registry/")
    ? entry
    : operation.path.includes("codebook")
      ? codebook
      : everything;
  return operation.body.parse(body) as object;
}
