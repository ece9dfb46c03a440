import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { StatementSaved } from "@/domain/contract/work";
import { createStatement } from "@/server/commands/create-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getReviewView } from "@/server/queries/get-review-view";
import { contentColumns } from "@/server/rows/statement-row";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

/** More than Prisma gives a query on SQLite as parameters. */
const COUNT = 1_200;
const text = Array.from({ length: COUNT }, (_, index) => `They said: “Bread has risen by ${1000 + index}.”`).join("\n");

let sample: Sample;
let assignmentId: string;

beforeAll(async () => {
  sample = await seedSample();
  assignmentId = await assign(sample, await addDocument(sample, text), sample.owner);
  const codebook = await database().codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const of = { assignmentId, codebookVersionId: codebook.id };
  const ids = Array.from({ length: COUNT }, () => uuid());
  await database().statement.createMany({
    data: ids.map((id, index) => ({ id, ...of, ...contentColumns(contentOf(index)) })),
  });
  const stance = { position: 0, targetId: sample.targetId("T1"), value: "oppose", basis: "explicit" };
  await database().statementStance.createMany({ data: ids.map((id) => ({ id: uuid(), statementId: id, ...stance })) });
});

const contentOf = (index: number) => wholeContentOver(sample, text, `Bread has risen by ${1000 + index}`);

test("an article with very many statements is opened, with the parts of each", async () => {
  const { statements } = await getAnnotationView(sample.owner, assignmentId);
  expect(statements).toHaveLength(COUNT);
  expect(statements.every(({ stances, codebookVersion }) => stances.length === 1 && codebookVersion === 1)).toBe(true);
});

test("what a save sends and answers does not grow with them", async () => {
  const content = contentOf(7);
  const input = { operationId: uuid(), id: uuid(), content };
  const saved: StatementSaved = await createStatement(sample.owner, assignmentId, input);
  expect(JSON.stringify(input).length).toBeLessThan(2000);
  expect(JSON.stringify(saved).length).toBeLessThan(2000);
});

test("it is submitted, and reviewed", async () => {
  const { assignment } = await getAnnotationView(sample.owner, assignmentId);
  await submitAssignment(sample.owner, assignmentId, { operationId: uuid(), revision: assignment.revision });
  const [document] = await database().document.findMany({ where: { assignments: { some: { id: assignmentId } } } });
  const { readings } = await getReviewView(sample.owner, document?.id ?? "");
  expect(readings.flatMap(({ statements }) => statements)).toHaveLength(COUNT + 1);
});
