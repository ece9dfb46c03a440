import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getAssignment } from "@/app/api/v1/assignments/[assignmentId]/route";
import { POST as createStatement } from "@/app/api/v1/assignments/[assignmentId]/statements/route";
import { GET as exportDataset } from "@/app/api/v1/projects/[projectId]/export/route";
import { HttpProblem } from "@/domain/contract/problem";
import { AnnotationView, StatementSaved } from "@/domain/contract/work";
import { database } from "@/server/database/client";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { contentOver, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;
let text: string;

beforeAll(async () => {
  sample = await seedSample();
  cookie = await sessionOf(sample.owner.userId);
  text = await textOf(sample.documentId);
});

const params = () => ({ assignmentId: sample.ownAssignmentId });
const input = () => ({ operationId: uuid(), id: uuid(), content: contentOver(text, "protests began in Kazakhstan") });
const post = (options: Parameters<typeof call>[2] = {}) =>
  call(createStatement, "POST", { cookie, params: params(), body: input(), ...options });

async function problemOf(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return HttpProblem.parse(await answer.json());
}

test("a write from our own page is done and answered in the contract's shape, never cached", async () => {
  const answer = await post();
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  StatementSaved.strict().parse(await answer.json());
  const view = await call(getAssignment, "GET", { cookie, params: params() });
  AnnotationView.strict().parse(await view.json());
});

describe("a write is refused and changes nothing", () => {
  const foreign: [string, Record<string, string | null>][] = [
    ["another site's origin", { origin: "https://evil.example" }],
    ["the origin null", { origin: "null" }],
    ["no origin", { origin: null }],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a same-site fetch", { "sec-fetch-site": "same-site" }],
  ];
  test.each(foreign)("from %s", async (_name, headers) => {
    const before = await database().statement.count();
    const answer = await post({ headers });
    expect(answer.status).toBe(403);
    expect((await problemOf(answer)).code).toBe("foreign_origin");
    expect(await database().statement.count()).toBe(before);
  });

  test.each([
    ["a form", "application/x-www-form-urlencoded"],
    ["plain text", "text/plain"],
    ["multipart", "multipart/form-data; boundary=x"],
  ])("sent as %s", async (_name, type) => {
    const answer = await post({ headers: { "content-type": type } });
    expect(answer.status).toBe(415);
  });

  test("without a session", async () => {
    const answer = await post({ cookie: undefined });
    expect(answer.status).toBe(401);
    expect((await problemOf(answer)).detail).toBe("Sign in first.");
  });

  test("that is larger than a body may be", async () => {
    const answer = await post({ body: `"${"x".repeat(1024 * 1024)}"` });
    expect((await problemOf(answer)).status).toBe(413);
  });

  test("that is not JSON", async () => {
    expect((await problemOf(await post({ body: "{" }))).code).toBe("malformed_json");
  });

  test.each([
    ["NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800b"],
  ])("with %s in a text", async (_name, note) => {
    const body = input();
    const answer = await post({ body: { ...body, content: { ...body.content, note } } });
    expect(answer.status).toBe(422);
  });

  test("with a __proto__ key", async () => {
    const body = JSON.stringify(input()).replace('"fields":{}', '"fields":{"__proto__":"x"}');
    expect((await post({ body })).status).toBe(422);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("of the wrong shape, with all problems at once, each with its path", async () => {
    const body = { ...input(), id: 7, content: { spans: [], note: 3 } };
    const problem = await problemOf(await post({ body }));
    expect(problem.errors?.map((error) => error.path)).toEqual(
      expect.arrayContaining(["id", "content.spans", "content.note"]),
    );
  });
});

test("an id that cannot exist is answered like one that does not", async () => {
  const answers = await Promise.all(
    ["../etc", "x", uuid()].map((assignmentId) => call(getAssignment, "GET", { cookie, params: { assignmentId } })),
  );
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
});

test("an unknown export format is refused by name", async () => {
  const answer = await call(exportDataset, "GET", {
    cookie,
    params: { projectId: sample.projectId },
    query: "?format=docx",
  });
  expect((await problemOf(answer)).errors?.[0]?.path).toBe("format");
});

test("network options that do not go together are refused by name", async () => {
  const answer = await call(exportDataset, "GET", {
    cookie,
    params: { projectId: sample.projectId },
    query: "?format=network-csv&networkType=onemode&qualifierAggregation=combine&normalization=activity",
  });
  expect((await problemOf(answer)).errors?.map(({ path }) => path)).toEqual(["qualifierAggregation", "normalization"]);
});
