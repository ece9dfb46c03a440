import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { ExportQuery } from "@/domain/contract/export";
import { QueueQuery } from "@/domain/contract/review-queue";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { editComment } from "@/server/commands/discussion/change-comment";
import { openThread, reply } from "@/server/commands/discussion/open-thread";
import { resolveThread } from "@/server/commands/discussion/resolve-thread";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getDiscussion } from "@/server/queries/discussion/get-discussion";
import { getOwnRulings } from "@/server/queries/discussion/get-own-rulings";
import { getThreadHistory } from "@/server/queries/discussion/get-thread-history";
import { exportDataset } from "@/server/queries/export-dataset";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getDocument } from "@/server/queries/get-document";
import { getExportPreview } from "@/server/queries/get-export-preview";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { listProjects } from "@/server/queries/list-projects";
import { listWork } from "@/server/queries/list-work";
import { createTestDatabase } from "../../support/database";
import { assign, contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let annotator: Actor;
let stranger: Actor;
let foreignStatementId: string;
let text: string;
/** What a reviewer wrote about it. */
let commentId: string;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
  stranger = await makeActor(sample, null);
  text = await textOf(sample.documentId);
  foreignStatementId = (await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } }))
    .id;
  commentId = uuid();
  const about = { operationId: uuid(), id: commentId, statementIds: [foreignStatementId], text: "Is it one?" };
  await openThread(await makeActor(sample, "reviewer"), sample.documentId, about);
});

const move = () => ({ operationId: uuid(), revision: 1 });
const query = ExportQuery.parse({ format: "json" });

/** Everything that shows or changes somebody else's reading, by name. */
const attempts = (actor: Actor): Record<string, () => Promise<unknown>> => ({
  "read an assignment": () => getAnnotationView(actor, sample.readingIds[0] ?? ""),
  "write a statement": () =>
    createStatement(actor, sample.readingIds[0] ?? "", {
      operationId: uuid(),
      id: uuid(),
      content: contentOver(text, "noted"),
    }),
  "change a statement": () =>
    updateStatement(actor, foreignStatementId, { ...move(), content: contentOver(text, "noted") }),
  "delete a statement": () => deleteStatement(actor, foreignStatementId, move()),
  "submit an assignment": () => submitAssignment(actor, sample.readingIds[0] ?? "", move()),
  "reopen an assignment": () => reopenAssignment(actor, sample.readingIds[0] ?? "", move()),
  "see how it was ruled": () => getOwnRulings(actor, sample.readingIds[0] ?? ""),
  "unblind an assignment": () => unblindAssignment(actor, sample.readingIds[0] ?? "", move()),
});

const overProject = (actor: Actor): Record<string, () => Promise<unknown>> => ({
  "review a document": () => getReviewView(actor, sample.documentId),
  "read the discussion": () => getDiscussion(actor, sample.documentId),
  "read the history of a thread": () => getThreadHistory(actor, commentId),
  "open a thread": () =>
    openThread(actor, sample.documentId, {
      ...{ operationId: uuid(), id: uuid(), statementIds: [foreignStatementId], text: "x" },
    }),
  "reply in a thread": () => reply(actor, commentId, { operationId: uuid(), id: uuid(), text: "x" }),
  "accept what is agreed": () => acceptAgreed(actor, sample.documentId, { operationId: uuid() }),
  "export the dataset": () => exportDataset(actor, sample.projectId, query),
  "preview the export": () => getExportPreview(actor, sample.projectId, query),
});

test("a comment is not there for who may not see its document, to change or resolve it either", async () => {
  const reviewer = await makeActor(sample, "reviewer");
  await assign(sample, sample.documentId, reviewer);
  for (const [actor, status] of [
    [stranger, 404],
    [annotator, 403],
    [reviewer, 409],
  ] as const) {
    const edit = { operationId: uuid(), revision: 1, text: "x" };
    await expect(editComment(actor, commentId, edit)).rejects.toMatchObject({ status });
    const resolution = { operationId: uuid(), resolved: true };
    await expect(resolveThread(actor, commentId, resolution)).rejects.toMatchObject({ status });
  }
});

describe("somebody else's reading does not exist", () => {
  test.each(Object.keys(attempts({} as Actor)))(
    "for another annotator, a stranger and the project's manager: %s",
    async (name) => {
      for (const actor of [annotator, stranger, sample.owner]) {
        await expect(attempts(actor)[name]?.()).rejects.toMatchObject({ status: 404, code: "not_found" });
      }
    },
  );

  test.each(Object.keys(overProject({} as Actor)))(
    "a stranger learns nothing, an annotator is refused: %s",
    async (name) => {
      await expect(overProject(stranger)[name]?.()).rejects.toMatchObject({ status: 404, code: "not_found" });
      await expect(overProject(annotator)[name]?.()).rejects.toMatchObject({ status: 403 });
    },
  );

  test("a foreign row and an absent one get the same answer", async () => {
    const foreign = await getAnnotationView(annotator, sample.readingIds[0] ?? "").catch((error: unknown) => error);
    const absent = await getAnnotationView(annotator, uuid()).catch((error: unknown) => error);
    expect(foreign).toEqual(absent);
  });

  test("a stranger sees no project, work or review and cannot read the article", async () => {
    expect(await listProjects(stranger)).toEqual([]);
    expect(await listWork(stranger)).toEqual({ items: [] });
    await expect(getDocument(stranger, sample.documentId)).rejects.toMatchObject({ status: 404 });
  });
});

describe("a reviewer with an unfinished reading of their own", () => {
  test.each(Object.keys(overProject({} as Actor)))(
    "is kept blind until they submit or give it up: %s",
    async (name) => {
      const reviewer = await makeActor(sample, "reviewer");
      const assignmentId = await assign(sample, sample.documentId, reviewer);
      const refusal = await overProject(reviewer)
        [name]?.()
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({
        status: 409,
        code: "own_reading_unfinished",
        extra: { current: [{ id: assignmentId }] },
      });
      const queue = await getReviewQueue(reviewer, sample.projectId, QueueQuery.parse({}), new Date());
      expect(queue.closed).toMatchObject([
        { document: { id: sample.documentId }, ownAssignment: { id: assignmentId } },
      ]);
      expect(queue.entries.map(({ document }) => document.id)).not.toContain(sample.documentId);
      await submitAssignment(reviewer, assignmentId, move());
      await expect(overProject(reviewer)[name]?.()).resolves.toBeDefined();
    },
  );

  test("may give up blindness, which the reading then says of itself", async () => {
    const reviewer = await makeActor(sample, "reviewer");
    const assignmentId = await assign(sample, sample.documentId, reviewer);
    const { assignment } = await unblindAssignment(reviewer, assignmentId, move());
    expect(assignment.unblindedAt).not.toBeNull();
    await getReviewView(reviewer, sample.documentId);
    await submitAssignment(reviewer, assignmentId, { operationId: uuid(), revision: assignment.revision });
    const { readings } = await getReviewView(reviewer, sample.documentId);
    expect(readings.find((reading) => reading.assignmentId === assignmentId)?.blind).toBe(false);
  });

  test("loses it by reopening after they could see the others'", async () => {
    const reviewer = await makeActor(sample, "reviewer");
    const assignmentId = await assign(sample, sample.documentId, reviewer);
    const { assignment } = await submitAssignment(reviewer, assignmentId, move());
    const reopened = await reopenAssignment(reviewer, assignmentId, {
      operationId: uuid(),
      revision: assignment.revision,
    });
    expect(reopened.assignment.unblindedAt).not.toBeNull();
  });
});
