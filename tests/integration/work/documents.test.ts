import { beforeAll, expect, test } from "vitest";
import { GET as documentRoute } from "@/app/api/v1/documents/[documentId]/route";
import { GET as listRoute } from "@/app/api/v1/projects/[projectId]/documents/route";
import { GET as registryRoute } from "@/app/api/v1/projects/[projectId]/registry/route";
import { DocumentList } from "@/domain/contract/documents";
import { Registry } from "@/domain/contract/registry";
import { ArticleDocument } from "@/domain/contract/work";
import { call, sessionOf } from "../../support/call";
import { createTestDatabase } from "../../support/database";
import { addDocument, HOSTILE_TEXT, makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let cookie: string;
let added: string[];

beforeAll(async () => {
  sample = await seedSample();
  added = [];
  for (let number = 0; number < 4; number++) added.push(await addDocument(sample, `${HOSTILE_TEXT} ${number}`));
  cookie = await sessionOf((await makeActor(sample, "annotator")).userId);
});

const list = async (query: string) => {
  const answer = await call(listRoute, "GET", { cookie, params: { projectId: sample.projectId }, query });
  return DocumentList.strict().parse(await answer.json());
};

test("the articles of a project come page by page, each once and in their order", async () => {
  const found: string[] = [];
  let after = "";
  for (;;) {
    const { items, next } = await list(`?limit=2${after}`);
    found.push(...items.map(({ id }) => id));
    expect(items.length).toBeLessThanOrEqual(2);
    if (next === null) break;
    after = `&after=${next}`;
  }
  expect(found).toEqual([sample.documentId, ...added]);
  expect((await list("")).next).toBeNull();
});

test("one of them with its text, and whom the statements may name", async () => {
  const [documentId = ""] = added;
  const answer = await call(documentRoute, "GET", { cookie, params: { documentId } });
  const document = ArticleDocument.strict().parse(await answer.json());
  expect(document.text).toBe(`${HOSTILE_TEXT.replace(/\r\n?/g, "\n")} 0`);
  const registry = await call(registryRoute, "GET", { cookie, params: { projectId: sample.projectId } });
  const { speakers, targets } = Registry.strict().parse(await registry.json());
  expect(speakers.map(({ id }) => id)).toContain(sample.speakerId("outlet"));
  expect(targets).toHaveLength(6);
});
