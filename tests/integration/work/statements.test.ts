import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "@/domain/canonical-json";
import type { StatementSaved } from "@/domain/contract/work";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement, restoreStatement } from "@/server/commands/delete-statement";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { listWork } from "@/server/queries/list-work";
import { createTestDatabase } from "../../support/database";
import {
  addDocument,
  assign,
  contentOver,
  HOSTILE_TEXT,
  makeActor,
  type Sample,
  seedSample,
  textOf,
  wholeContentOver,
} from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let annotator: Actor;
let text: string;
let assignmentId: string;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
  const documentId = await addDocument(sample, HOSTILE_TEXT);
  text = await textOf(documentId);
  assignmentId = await assign(sample, documentId, annotator);
});

const create = (quote = "“naïve”", id = uuid(), operationId = uuid()) =>
  createStatement(annotator, assignmentId, { operationId, id, content: contentOver(text, quote) });

const eventsOf = (subjectId: string) =>
  database().event.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });

test("the text is normalised once and measured in code points", async () => {
  const { document } = await getAnnotationView(annotator, assignmentId);
  expect(document.text).toBe("👩‍👩‍👧 said: “naïve”\nand\n\u202Eabc e\u0301 𝒳 «да».");
  expect(document.length).toBe([...document.text].length);
});

test("a statement is stored from its first span on; what is missing is listed", async () => {
  const saved = await create();
  expect(saved.statement).toMatchObject({ revision: 1, codebookVersion: 1, speakerId: null });
  expect(saved.assignment.state).toBe("in_progress");
  expect(saved.problems.map((problem) => problem.severity)).not.toContain("invalid");
  expect(saved.problems.map((problem) => problem.path)).toEqual(
    expect.arrayContaining(["speakerId", "fields.sourcing", "fields.form"]),
  );
  const view = await getAnnotationView(annotator, assignmentId);
  expect(view.statements).toContainEqual(saved.statement);
  expect((await listWork(annotator)).items[0]).toMatchObject({
    state: "in_progress",
    statementCount: view.statements.length,
  });
});

test("the same operation sent again, also at once, is done once and answers the same", async () => {
  const [id, operationId] = [uuid(), uuid()];
  const answers = await Promise.all([
    create("said", id, operationId),
    create("said", id, operationId),
    create("said", id, operationId),
  ]);
  answers.push(await create("said", id, operationId));
  expect(new Set(answers.map(canonicalJson)).size).toBe(1);
  expect(await database().statement.count({ where: { id } })).toBe(1);
  expect(await eventsOf(id)).toHaveLength(1);
});

test("an operationId that names another operation is refused", async () => {
  const operationId = uuid();
  await create("said", uuid(), operationId);
  await expect(create("said", uuid(), operationId)).rejects.toMatchObject({ status: 409, code: "operation_reused" });
});

test("of 50 parallel edits of one version one succeeds, the others get the current version", async () => {
  const { statement } = await create();
  const edits = Array.from({ length: 50 }, (_, index) =>
    updateStatement(annotator, statement.id, {
      operationId: uuid(),
      revision: 1,
      content: { ...contentOver(text, "“naïve”"), note: `edit ${index}` },
    }),
  );
  const outcomes = await Promise.allSettled(edits);
  const won = outcomes.filter((outcome) => outcome.status === "fulfilled");
  const lost = outcomes.filter((outcome) => outcome.status === "rejected");
  expect([won.length, lost.length]).toEqual([1, 49]);
  const winner = (won[0] as PromiseFulfilledResult<StatementSaved>).value.statement;
  for (const { reason } of lost) {
    expect(reason).toMatchObject({ status: 409, code: "stale_revision" });
    expect(reason.extra.current).toMatchObject({ id: statement.id, revision: 2, note: winner.note });
  }
  expect((await eventsOf(statement.id)).map((event) => event.action)).toEqual([
    "statement.created",
    "statement.changed",
  ]);
});

test("an older draft of a statement that is there already is answered with the statement as it is", async () => {
  const { statement } = await create("said");
  await expect(create("«да»", statement.id)).rejects.toMatchObject({
    status: 409,
    code: "stale_revision",
    extra: { current: { id: statement.id, revision: 1, deletedAt: null } },
  });
  const elsewhere = await assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator);
  const input = { operationId: uuid(), id: statement.id, content: contentOver(text, "said") };
  await expect(createStatement(annotator, elsewhere, input)).rejects.toMatchObject({ code: "id_taken" });
});

test("the first statements of an assignment, at the same moment, are all stored, and start it once", async () => {
  const id = await assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator);
  const saved = await Promise.all(
    Array.from({ length: 5 }, () =>
      createStatement(annotator, id, { operationId: uuid(), id: uuid(), content: contentOver(text, "said") }),
    ),
  );
  expect(saved.map(({ assignment }) => [assignment.state, assignment.revision])).toEqual(
    Array.from({ length: 5 }, () => ["in_progress", 2]),
  );
});

test("what the text does not say is refused, with every problem at once", async () => {
  const content = contentOver(text, "“naïve”");
  const [span] = content.spans;
  const wrong = {
    ...content,
    spans: [
      { ...span, quote: "naive" },
      { role: "elsewhere", start: 0, end: 9999, quote: "x" },
    ].map((one) => ({ ...span, ...one })),
    fields: { sourcing: "hearsay" },
  };
  const attempt = createStatement(annotator, assignmentId, {
    operationId: uuid(),
    id: uuid(),
    content: wrong as typeof content,
  });
  const error = await attempt.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: 422, code: "invalid_statement" });
  const paths = (error as { extra: { errors: { path: string }[] } }).extra.errors.map((one) => one.path);
  expect(paths).toEqual(expect.arrayContaining(["content.spans.0", "content.fields.sourcing"]));
  expect(paths.some((path) => path.startsWith("content.spans.1"))).toBe(true);
});

test("a deleted statement is gone from the view, and comes back whole", async () => {
  const { statement } = await create("«да»");
  const gone = await deleteStatement(annotator, statement.id, { operationId: uuid(), revision: 1 });
  expect(gone.revision).toBe(2);
  const ids = async () => (await getAnnotationView(annotator, assignmentId)).statements.map((one) => one.id);
  expect(await ids()).not.toContain(statement.id);
  await expect(
    updateStatement(annotator, statement.id, { operationId: uuid(), revision: 2, content: contentOver(text, "said") }),
  ).rejects.toMatchObject({ status: 409 });
  const back = await restoreStatement(annotator, statement.id, { operationId: uuid(), revision: 2 });
  expect(back.statement).toMatchObject({ id: statement.id, revision: 3, spans: statement.spans });
  expect(await ids()).toContain(statement.id);
});

test("a statement that repeats a deleted one can still be changed, and says so", async () => {
  const { statement: first } = await create("said");
  const repeating = { ...contentOver(text, "«да»"), sameClaimAsId: first.id };
  const second = await createStatement(annotator, assignmentId, {
    operationId: uuid(),
    id: uuid(),
    content: repeating,
  });
  expect(second.problems.map((problem) => problem.code)).not.toContain("unknown_same_claim");
  await deleteStatement(annotator, first.id, { operationId: uuid(), revision: 1 });
  const changed = await updateStatement(annotator, second.statement.id, {
    operationId: uuid(),
    revision: 1,
    content: { ...repeating, note: "still here" },
  });
  expect(changed.problems).toContainEqual(
    expect.objectContaining({ severity: "incomplete", code: "unknown_same_claim" }),
  );
});

describe("submitting", () => {
  test("is refused while statements are unfinished, naming each problem, and then finishes the assignment", async () => {
    const documentId = await addDocument(sample, HOSTILE_TEXT);
    const id = await assign(sample, documentId, annotator);
    const unfinished = await createStatement(annotator, id, {
      operationId: uuid(),
      id: uuid(),
      content: contentOver(text, "said"),
    });
    const { revision } = unfinished.assignment;
    const refusal = await submitAssignment(annotator, id, { operationId: uuid(), revision }).catch(
      (reason: unknown) => reason,
    );
    expect(refusal).toMatchObject({ status: 422, code: "incomplete_statements" });
    expect((refusal as { extra: { errors: { path: string }[] } }).extra.errors[0]?.path).toMatch(
      `statements.${unfinished.statement.id}.`,
    );
    expect((await getAnnotationView(annotator, id)).assignment.state).toBe("in_progress");

    const content = wholeContentOver(sample, text, "said");
    await updateStatement(annotator, unfinished.statement.id, { operationId: uuid(), revision: 1, content });
    const { assignment } = await submitAssignment(annotator, id, { operationId: uuid(), revision });
    expect(assignment).toMatchObject({ state: "submitted", revision: revision + 1 });
    await expect(create2(id)).rejects.toMatchObject({ status: 409, code: "assignment_submitted" });

    const reopened = await reopenAssignment(annotator, id, { operationId: uuid(), revision: assignment.revision });
    expect(reopened.assignment).toMatchObject({ state: "in_progress", submittedAt: null, unblindedAt: null });
    await create2(id);
  });

  test("without any statement is data: finished and marked nothing", async () => {
    const id = await assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator);
    const { assignment } = await submitAssignment(annotator, id, { operationId: uuid(), revision: 1 });
    expect(assignment.state).toBe("submitted");
    expect(assignment.submittedAt).not.toBeNull();
  });

  test("at the same moment as a write: either the write is in the submission or it is refused", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator);
      const content = wholeContentOver(sample, text, "said");
      await createStatement(annotator, id, { operationId: uuid(), id: uuid(), content });
      const [write, submit] = await Promise.allSettled([
        createStatement(annotator, id, { operationId: uuid(), id: uuid(), content: contentOver(text, "said") }),
        submitAssignment(annotator, id, { operationId: uuid(), revision: 2 }),
      ]);
      // The second statement is unfinished: had both succeeded, an unfinished statement would be in a submitted reading.
      expect([write.status, submit.status].filter((status) => status === "fulfilled")).toHaveLength(1);
    }
  });

  const create2 = (id: string) =>
    createStatement(annotator, id, { operationId: uuid(), id: uuid(), content: contentOver(text, "“naïve”") });
});
