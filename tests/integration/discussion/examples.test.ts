import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { findCaseValue } from "@/domain/codebook/add-case";
import type { ExampleInput } from "@/domain/contract/discussion";
import type { Actor } from "@/server/auth/actor";
import { addExample } from "@/server/commands/discussion/add-example";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getReviewView } from "@/server/queries/get-review-view";
import { createTestDatabase } from "../../support/database";
import { finish, finishedDocument, ruleAt } from "../../support/finished-document";
import { assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 One said “naïve”. \u202ETwo said.";

let sample: Sample;
let reviewer: Actor;
let annotator: Actor;
let documentId: string;
let assignmentId: string;
let rulingIds: string[];

beforeAll(async () => {
  sample = await seedSample();
  reviewer = await makeActor(sample, "reviewer");
  annotator = await makeActor(sample, "annotator");
  const contents = ["One said “naïve”", "Two"].map((quote) => wholeContentOver(sample, TEXT, quote));
  const made = await finishedDocument(sample, TEXT, [{ by: annotator, contents }]);
  documentId = made.documentId;
  assignmentId = made.assignmentIds[0] ?? "";
  const view = await getReviewView(reviewer, documentId);
  rulingIds = [
    await ruleAt(reviewer, view, 0),
    await ruleAt(reviewer, view, 1, { decision: "no_statement", gold: null, provenance: {} }),
  ];
});

const current = async () => (await getReviewView(reviewer, documentId)).codebook;

async function input(change: Partial<ExampleInput> = {}): Promise<ExampleInput> {
  return {
    ...{ operationId: uuid(), id: uuid(), codebookId: (await current()).id, part: "sourcing", value: "unattributed" },
    ...{ caseKind: "example", note: "The outlet speaks", message: "An example of unattributed" },
    ...change,
  };
}

test("a ruling's passage becomes an example in a new version; what was coded keeps its own", async () => {
  const before = await current();
  const statements = await database().statement.findMany({ orderBy: { id: "asc" } });
  const made = await addExample(reviewer, rulingIds[0] ?? "", await input());
  expect(made).toMatchObject({ version: before.version + 1, message: "An example of unattributed" });
  const added = { kind: "example", quote: "One said “naïve”", note: "The outlet speaks", rulingId: rulingIds[0] };
  const place = { part: "sourcing", value: "unattributed" };
  expect(findCaseValue(made.content, place)?.cases).toEqual([added]);
  // Nothing else of the codebook is other than it was, and the version before is as it was.
  const { cases: _cases, ...rest } = findCaseValue(made.content, place) ?? {};
  expect(rest).toEqual(findCaseValue(before.content, place));
  expect(await database().codebookVersion.findUniqueOrThrow({ where: { id: before.id } })).toMatchObject({
    ...{ version: before.version, content: before.content },
  });
  expect(await database().statement.findMany({ orderBy: { id: "asc" } })).toEqual(statements);
  // Annotators read it from now on, also who began before.
  const view = await getAnnotationView(annotator, assignmentId);
  expect(findCaseValue(view.codebook.content, place)?.cases).toEqual([added]);
  expect(view.statements.every(({ codebookVersion }) => codebookVersion === before.version)).toBe(true);
  // The ruling still stands.
  expect((await getReviewView(reviewer, documentId)).rulings.every(({ stale }) => !stale)).toBe(true);
});

test("a passage ruled to be no statement can be a counter-example, of a stance too", async () => {
  const change = { part: "stance", value: "oppose", caseKind: "counter_example", note: "" } as const;
  const made = await addExample(reviewer, rulingIds[1] ?? "", await input(change));
  expect(findCaseValue(made.content, { part: "stance", value: "oppose" })?.cases).toEqual([
    { kind: "counter_example", quote: "Two", rulingId: rulingIds[1] },
  ]);
});

test("twice is refused, sent again is done once, and of two at once one is published", async () => {
  const rulingId = rulingIds[0] ?? "";
  await expect(addExample(reviewer, rulingId, await input())).rejects.toMatchObject({ code: "example_there" });
  const one = await input({ value: "document" });
  const made = await addExample(reviewer, rulingId, one);
  expect(await addExample(reviewer, rulingId, one)).toEqual(made);
  const codebookId = made.id;
  const others = ["named_person", "named_institution"].map((value) => input({ codebookId, value }));
  const both = await Promise.allSettled(
    (await Promise.all(others)).map((each) => addExample(reviewer, rulingId, each)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({
    ...{ status: 409, code: "codebook_changed", extra: { current: { version: made.version + 1 } } },
  });
});

test.each([
  [{ value: "nowhere" }, "unknown_value"],
  [{ part: "nothing" }, "unknown_value"],
  [{ part: "content", value: "x" }, "unknown_value"],
])("of what the codebook has not: %j", async (change, code) => {
  await expect(addExample(reviewer, rulingIds[0] ?? "", await input(change))).rejects.toMatchObject({
    status: 422,
    code,
  });
});

test("who is to read the article blind later finds its passages in the codebook only afterwards", async () => {
  const late = await makeActor(sample, "annotator");
  const lateId = await assign(sample, documentId, late);
  const shown = async (actor: Actor, id: string) => JSON.stringify((await getAnnotationView(actor, id)).codebook);
  expect(await shown(annotator, assignmentId)).toContain("One said");
  expect(await shown(late, lateId)).not.toContain("One said");
  await finish(late, lateId);
  expect(await shown(late, lateId)).toContain("One said");
});

test("not while somebody is still reading the article, nor after the ruling was withdrawn", async () => {
  const late = await makeActor(sample, "annotator");
  const lateId = await assign(sample, documentId, late);
  const change = { value: "unnamed_individual" };
  await expect(addExample(reviewer, rulingIds[0] ?? "", await input(change))).rejects.toMatchObject({
    ...{ status: 409, code: "still_read" },
  });
  await finish(late, lateId);
  const { rulings } = await getReviewView(reviewer, documentId);
  const ruling = rulings.find(({ id }) => id === rulingIds[1]);
  await withdrawRuling(reviewer, ruling?.id ?? "", { operationId: uuid(), revision: ruling?.revision ?? 0 });
  await expect(addExample(reviewer, ruling?.id ?? "", await input(change))).rejects.toMatchObject({
    ...{ status: 409, code: "ruling_gone" },
  });
});

test("is for those who review", async () => {
  const body = await input({ value: "unnamed_individual" });
  await expect(addExample(annotator, rulingIds[0] ?? "", body)).rejects.toMatchObject({ status: 403 });
  const stranger = await makeActor(sample, null);
  await expect(addExample(stranger, rulingIds[0] ?? "", body)).rejects.toMatchObject({ status: 404 });
});
