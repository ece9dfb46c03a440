import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { QueueQuery } from "@/domain/contract/review-queue";
import { database } from "@/server/database/client";
import { getReviewQueue } from "@/server/queries/get-review-queue";
import { getReviewView } from "@/server/queries/get-review-view";
import { contentColumns } from "@/server/rows/statement-row";
import { createTestDatabase } from "../../support/database";
import { type PlantedDocument, plantReadings } from "../../support/planted-readings";
import { addDocument, makeActor, type Sample, seedSample } from "../../support/sample";
import { seededRandom, trials } from "../../support/seeded-random";

beforeAll(async () => (await createTestDatabase("sample")).close);

const PEOPLE = 4;

/** Writes finished readings as they are: how they come to be is tried elsewhere. */
async function store(sample: Sample, userIds: readonly string[], { text, readings }: PlantedDocument): Promise<string> {
  const documentId = await addDocument(sample, text);
  const db = database();
  const codebook = await db.codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const assignments = userIds.map((userId) => ({ id: uuid(), userId }));
  await db.assignment.createMany({
    data: assignments.map(({ id, userId }) => ({
      ...{ id, documentId, userId, holder: userId, kind: "annotation", state: "submitted", submittedAt: new Date() },
    })),
  });
  const statements = assignments.flatMap(({ id: assignmentId }, person) =>
    (readings[person] ?? []).map((content) => ({ id: uuid(), assignmentId, content })),
  );
  await db.statement.createMany({
    data: statements.map(({ id, assignmentId, content }) => ({
      ...{ id, assignmentId, codebookVersionId: codebook.id },
      ...contentColumns(content),
    })),
  });
  await db.statementStance.createMany({
    data: statements.flatMap(({ id, content }) =>
      content.stances.map((stance, position) => ({ id: uuid(), statementId: id, position, ...stance })),
    ),
  });
  return documentId;
}

test("of 200 documents by 4 people every planted disagreement is found, and none is invented", async () => {
  const sample = await seedSample();
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => makeActor(sample, "annotator")));
  const db = database();
  const speakers = await db.speaker.findMany({ where: { projectId: sample.projectId, fixed: false } });
  const targets = await db.target.findMany({ where: { projectId: sample.projectId } });
  const names = {
    outletId: sample.speakerId("outlet"),
    speakerIds: speakers.map(({ id }) => id),
    targetIds: targets.map(({ id }) => id),
  };
  const random = seededRandom("planted disagreements");
  const documents = Array.from({ length: trials(200) }, () =>
    plantReadings(random, names, PEOPLE, 1 + random.below(6)),
  );
  const userIds = people.map(({ userId }) => userId);
  const planted = new Map<string, string[]>();
  for (const document of documents) planted.set(await store(sample, userIds, document), document.planted);

  const reviewer = await makeActor(sample, "reviewer");
  for (const [documentId, expected] of planted) {
    const { clusters } = await getReviewView(reviewer, documentId);
    const found = clusters.flatMap(({ start, disagreements }) =>
      disagreements.map(({ kind, subject }) => `${start} ${kind} ${subject}`),
    );
    expect(found.sort()).toEqual(expected);
  }

  // The queue counts them as they are.
  const queue = await getReviewQueue(reviewer, sample.projectId, QueueQuery.parse({ state: "all" }), new Date());
  const { clusters: ofSample } = await getReviewView(reviewer, sample.documentId);
  const all = [...planted.values()].flat();
  const clustersWith = (kind: string) =>
    new Set(
      [...planted].flatMap(([id, ones]) =>
        ones.filter((one) => one.includes(` ${kind} `)).map((one) => `${id} ${one.split(" ")[0]}`),
      ),
    ).size;
  expect(all.length).toBeGreaterThan(0);
  for (const kind of ["missing", "speaker", "stance", "boundary"]) {
    const own = ofSample.filter(({ disagreements }) => disagreements.some((one) => one.kind === kind)).length;
    expect([kind, queue.choices.kind.find(({ value }) => value === kind)?.count]).toEqual([
      kind,
      clustersWith(kind) + own,
    ]);
  }
});
