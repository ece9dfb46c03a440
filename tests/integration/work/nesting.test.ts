import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { Codebook } from "@/domain/codebook/codebook";
import type { StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "The mayor said the union fears that the tram will stop.";
let sample: Sample;
let annotator: Actor;
let assignmentId: string;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
  const stored = await database().codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const content: Codebook = { ...Codebook.parse(stored.content), nesting: "one" };
  await publishCodebook(sample.owner, sample.projectId, { operationId: uuid(), id: uuid(), message: "", content });
  assignmentId = await assign(sample, await addDocument(sample, TEXT), annotator);
});

const create = async (quote: string, more: Partial<StatementContent> = {}) => {
  const content = { ...wholeContentOver(sample, TEXT, quote), ...more };
  return createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
};
const problemsOf = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code);

test("a parent is another statement of the reading, around its child and one level up", async () => {
  const outer = await create("the union fears that the tram will stop");
  const inner = await create("the tram will stop", { parentId: outer.statement.id });
  expect(problemsOf(inner)).toEqual([]);
  const refusal = { code: "invalid_statement" };
  await expect(create("will stop", { parentId: inner.statement.id })).rejects.toMatchObject(refusal);
  await expect(create("tram", { parentId: uuid() })).rejects.toMatchObject(refusal);
  const { id, revision } = outer.statement;
  const content = { ...wholeContentOver(sample, TEXT, outer.statement.spans[0]?.quote ?? "") };
  const turn = { operationId: uuid(), revision, content: { ...content, parentId: inner.statement.id } };
  await expect(updateStatement(annotator, id, turn)).rejects.toMatchObject(refusal);
  expect(problemsOf(await create("The mayor", { parentId: id }))).toEqual(["outside_parent"]);
});

test("a deleted parent leaves its child whole but for the parent, and stops the submission", async () => {
  const outer = await create("the tram will stop");
  const inner = await create("stop", { parentId: outer.statement.id });
  await deleteStatement(annotator, outer.statement.id, { operationId: uuid(), revision: 1 });
  const content = { ...wholeContentOver(sample, TEXT, "stop"), parentId: outer.statement.id };
  const kept = { ...content, note: "kept", confidence: "unsure" as const, unsureComment: "who says so?" };
  const saved = await updateStatement(annotator, inner.statement.id, {
    operationId: uuid(),
    revision: 1,
    content: kept,
  });
  expect(problemsOf(saved)).toEqual(["unknown_parent"]);
  expect(saved.statement).toMatchObject({ note: "kept", unsureComment: "who says so?" });
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const refused = submitAssignment(annotator, assignmentId, { operationId: uuid(), revision });
  await expect(refused).rejects.toMatchObject({ code: "incomplete_statements" });
});
