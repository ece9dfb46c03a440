import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_CLAIM_SETTINGS } from "@/domain/assignment/claim-settings";
import { AgreementQuery } from "@/domain/contract/agreement";
import type { TrainingSettings } from "@/domain/training/training-settings";
import type { Actor } from "@/server/auth/actor";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { changeAssignments } from "@/server/commands/assignments/change-assignments";
import { changeClaimSettings } from "@/server/commands/assignments/change-claim-settings";
import { claimNext } from "@/server/commands/assignments/claim-next";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { changeTrainingSettings } from "@/server/commands/training/change-training-settings";
import { checkTraining } from "@/server/commands/training/check-training";
import { startTraining } from "@/server/commands/training/start-training";
import { waiveTraining } from "@/server/commands/training/waive-training";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getReviewView } from "@/server/queries/get-review-view";
import { listMembers } from "@/server/queries/list-members";
import { listWork } from "@/server/queries/list-work";
import { getProgress } from "@/server/queries/progress/get-progress";
import { getTrainingOutcome } from "@/server/queries/training/get-training-outcome";
import { findTraining } from "@/server/queries/training/get-training-state";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "👩‍👩‍👧 said: “naïve”. Nobody else said a word.";

let sample: Sample;
let trainee: Actor;
/** With gold of one statement over "naïve". */
let goldId: string;
let freeId: string;

const write = async (actor: Actor, assignmentId: string, quote: string, fields?: Record<string, string>) => {
  const id = uuid();
  const whole = wholeContentOver(sample, TEXT, quote);
  const content = { ...whole, fields: { ...whole.fields, ...fields } };
  await createStatement(actor, assignmentId, { operationId: uuid(), id, content });
  return id;
};

async function submit(actor: Actor, assignmentId: string): Promise<void> {
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(actor, assignmentId, { operationId: uuid(), revision });
}

/** A settled document: two readings with the same statement, and gold of it. */
async function settledDocument(): Promise<string> {
  const documentId = await addDocument(sample, TEXT);
  for (const reader of [await makeActor(sample, "reviewer"), await makeActor(sample, "reviewer")]) {
    const assignmentId = await assign(sample, documentId, reader);
    await write(reader, assignmentId, "naïve");
    await submit(reader, assignmentId);
  }
  await acceptAgreed(sample.owner, documentId, { operationId: uuid() });
  return documentId;
}

const train = (change: Partial<TrainingSettings>) =>
  changeTrainingSettings(sample.owner, sample.projectId, {
    operationId: uuid(),
    training: { isOn: true, documentIds: [goldId], measure: "whole", threshold: 0.7, passes: 1, ...change },
  });

const start = (actor: Actor, { documentId = goldId, again = false } = {}) =>
  startTraining(actor, sample.projectId, { operationId: uuid(), documentId, again });

beforeAll(async () => {
  sample = await seedSample();
  goldId = await settledDocument();
  freeId = await addDocument(sample, TEXT);
  trainee = await makeActor(sample, "annotator");
  const claims = { ...DEFAULT_CLAIM_SETTINGS, isOpen: true, most: 5 };
  await changeClaimSettings(sample.owner, sample.projectId, { operationId: uuid(), claims });
});

test("only settled documents can be trained on, and no more are asked for than there are", async () => {
  await expect(train({ documentIds: [freeId] })).rejects.toMatchObject({ code: "invalid_training" });
  await expect(train({ passes: 2 })).rejects.toMatchObject({ code: "invalid_training" });
  await expect(train({ measure: "part:shoe_size" })).rejects.toMatchObject({ code: "invalid_training" });
  await expect(
    changeTrainingSettings(trainee, sample.projectId, {
      operationId: uuid(),
      training: { isOn: false, documentIds: [], measure: "whole", threshold: 0, passes: 1 },
    }),
  ).rejects.toMatchObject({ status: 403 });
});

test("until the training is passed nothing real is taken or opened, and what is missing is said", async () => {
  const begun = await assign(sample, await addDocument(sample, TEXT), trainee);
  await write(trainee, begun, "naïve");
  const real = await assign(sample, freeId, trainee);
  await train({});
  const closed = { code: "training_open", detail: expect.stringContaining("one more training article") };
  await expect(claimNext(trainee, sample.projectId, uuid())).rejects.toMatchObject(closed);
  await expect(getAnnotationView(trainee, real)).rejects.toMatchObject(closed);
  await expect(write(trainee, real, "naïve")).rejects.toMatchObject(closed);
  await expect(submit(trainee, real)).rejects.toMatchObject(closed);
  // What was begun before goes on, and who makes gold is not asked for any.
  await getAnnotationView(trainee, begun);
  await claimNext(await makeActor(sample, "reviewer"), sample.projectId, uuid());
});

test("gold is told statement by statement, and what was first checked is what is scored", async () => {
  const { assignmentId } = await start(trainee);
  expect((await start(trainee)).assignmentId).toBe(assignmentId);
  const wrong = await write(trainee, assignmentId, "naïve", { sourcing: "firsthand" });
  const check = () => checkTraining(trainee, assignmentId, { operationId: uuid(), statementId: wrong });
  const first = await check();
  expect(first.gold?.fields.sourcing).toBe("unattributed");
  expect(first.answers).toContainEqual({ part: "sourcing", isSame: false });
  expect(first.answers).toContainEqual({ part: "speaker", isSame: true });
  // Mended as gold has it: right now, and wrong in the score.
  const content = wholeContentOver(sample, TEXT, "naïve");
  await updateStatement(trainee, wrong, { operationId: uuid(), revision: 1, content });
  expect((await check()).answers.every(({ isSame }) => isSame)).toBe(true);
  const surplus = await write(trainee, assignmentId, "Nobody else said a word");
  const lost = await checkTraining(trainee, assignmentId, { operationId: uuid(), statementId: surplus });
  expect(lost.gold).toBeNull();
  await deleteStatement(trainee, surplus, { operationId: uuid(), revision: 1 });
  await expect(getTrainingOutcome(trainee, assignmentId)).rejects.toMatchObject({ code: "training_unfinished" });
  await submit(trainee, assignmentId);

  const outcome = await getTrainingOutcome(trainee, assignmentId);
  expect(outcome.items).toMatchObject([{ own: { id: wrong }, gold: { fields: { sourcing: "unattributed" } } }]);
  // F1 of one of two with one of one is 2/3, times the answers that were right.
  const right = first.answers.filter(({ isSame }) => isSame).length / first.answers.length;
  expect(outcome.value).toBeCloseTo((2 / 3) * right, 10);
  expect(outcome.isPassed).toBe(false);
  expect(await findTraining(trainee, sample.projectId)).toMatchObject({ isOpen: true, passed: 0, needed: 1 });
});

test("a pass at the threshold opens the real work, and so does a manager with a reason", async () => {
  const other = await makeActor(sample, "annotator");
  const { assignmentId } = await start(other);
  await write(other, assignmentId, "naïve");
  await submit(other, assignmentId);
  expect(await getTrainingOutcome(other, assignmentId)).toMatchObject({ value: 1, isPassed: true, passed: 1 });
  expect(await findTraining(other, sample.projectId)).toMatchObject({ isOpen: false, passed: 1 });
  expect((await claimNext(other, sample.projectId, uuid())).assignmentId).not.toBeNull();

  const { items } = await listMembers(sample.owner, sample.projectId, new Date());
  const member = await database().membership.findFirstOrThrow({ where: { userId: trainee.userId } });
  expect(items.find(({ id }) => id === member.id)?.training).toMatchObject({ passed: 0, needed: 1, waiver: null });
  const waive = (actor: Actor, reason: string | null) =>
    waiveTraining(actor, sample.projectId, { operationId: uuid(), memberId: member.id, reason });
  await expect(waive(trainee, "I say so")).rejects.toMatchObject({ status: 403 });
  await waive(sample.owner, "Coded here last year");
  await claimNext(trainee, sample.projectId, uuid());
  await waive(sample.owner, null);
  await expect(claimNext(trainee, sample.projectId, uuid())).rejects.toMatchObject({ code: "training_open" });
});

test("training passes are in no figure, list or review; who trained on an article does not read it blind", async () => {
  const view = await getReviewView(sample.owner, goldId);
  expect(view.readings).toHaveLength(2);
  const agreement = await getAgreement(sample.owner, sample.projectId, AgreementQuery.parse({ documents: goldId }));
  const progress = await getProgress(sample.owner, sample.projectId, new Date());
  const trained = await database().assignment.findMany({ where: { kind: "training" }, select: { id: true } });
  const events = await database().event.count({ where: { action: "training.checked" } });
  expect([trained.length, events]).toEqual([2, 3]);
  // The sample's two and gold's two.
  expect([agreement.passes, progress.readings.finished]).toEqual([2, 4]);
  expect(JSON.stringify(progress.activity)).not.toContain("checked");
  expect((await listWork(trainee)).items.map(({ kind }) => kind)).not.toContain("training");
  // Plans and claims leave it out; by hand it is given, and says that it is not blind.
  const give = [{ documentId: goldId, userId: trainee.userId }];
  await changeAssignments(sample.owner, sample.projectId, { operationId: uuid(), give, withdraw: [], dueOn: null });
  const real = await database().assignment.findFirstOrThrow({
    where: { documentId: goldId, userId: trainee.userId, kind: "annotation" },
  });
  expect(real.unblindedAt).not.toBeNull();
  // Gold would spoil a blind reading.
  const late = await makeActor(sample, "annotator");
  await assign(sample, goldId, late);
  await expect(start(late)).rejects.toMatchObject({ code: "own_reading_unfinished" });
});

test("what was failed is tried again from the beginning, and the lead sees every attempt", async () => {
  const learner = await makeActor(sample, "annotator");
  const first = await start(learner);
  // Nothing to repeat while it is unfinished.
  expect(await start(learner, { again: true })).toEqual(first);
  await submit(learner, first.assignmentId);
  expect(await getTrainingOutcome(learner, first.assignmentId)).toMatchObject({
    ...{ value: 0, isPassed: false, attempt: 1, mayRepeat: true },
  });
  expect(await start(learner)).toEqual(first);
  // Two tabs at once get one new attempt.
  const [second, same] = await Promise.all([start(learner, { again: true }), start(learner, { again: true })]);
  expect(second).toEqual({ assignmentId: same.assignmentId, attempt: 2 });
  const view = await getAnnotationView(learner, second.assignmentId);
  expect(view.statements).toEqual([]);
  expect((await getTrainingOutcome(learner, first.assignmentId)).mayRepeat).toBe(false);
  await write(learner, second.assignmentId, "naïve");
  await submit(learner, second.assignmentId);
  expect(await getTrainingOutcome(learner, second.assignmentId)).toMatchObject({
    ...{ value: 1, isPassed: true, attempt: 2, mayRepeat: false, passed: 1 },
  });
  expect((await start(learner, { again: true })).assignmentId).toBe(second.assignmentId);

  const state = await findTraining(learner, sample.projectId);
  expect(state).toMatchObject({ isOpen: false, passed: 1, documents: [{ value: 1, isPassed: true }] });
  expect(state?.documents[0]?.attempts.map(({ value, isPassed }) => [value, isPassed])).toEqual([
    [0, false],
    [1, true],
  ]);
  const { items } = await listMembers(sample.owner, sample.projectId, new Date());
  const { training } = items.find(({ email }) => email === learner.email) ?? {};
  expect(training?.documents.map(({ attempts }) => attempts.map(({ value }) => value))).toEqual([[0, 1]]);
  // A threshold that both reach makes one article passed, not two.
  await train({ threshold: 0 });
  expect(await findTraining(learner, sample.projectId)).toMatchObject({ passed: 1 });
});
