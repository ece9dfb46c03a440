import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { AgreementQuery, type AgreementView, PassageQuery } from "@/domain/contract/agreement";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { deleteStatement } from "@/server/commands/delete-statement";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { listPassages } from "@/server/queries/agreement/list-passages";
import { forgetReadings } from "@/server/queries/agreement/project-readings";
import { statisticsStored } from "@/server/queries/agreement/store-statistics";
import { toCodebookVersion } from "@/server/rows/work-rows";
import { createTestDatabase } from "../../support/database";
import { addDocument, assign, makeActor, type Sample, seedSample, wholeContentOver } from "../../support/sample";
import { seededRandom } from "../../support/seeded-random";

beforeAll(async () => (await createTestDatabase("sample")).close);

const TEXT = "One said that. Two denied it! Three kept silent; four 👩‍👩‍👧 asked “naïve” questions. Five left.";
const QUOTES = [
  "One said that",
  "said that.",
  "Two denied it",
  "Three kept",
  "four 👩‍👩‍👧 asked",
  "“naïve” questions",
  "Five",
];

interface Pass {
  person: Actor;
  assignmentId: string;
  documentId: string;
  statementIds: string[];
}

test("figures from what the database keeps are those of a fresh count, whatever is edited", async () => {
  const random = seededRandom("kept statistics");
  const sample = await seedSample();
  const lead = await makeActor(sample, "manager");
  const documentIds = [await addDocument(sample, TEXT), await addDocument(sample, TEXT)];
  const people = [];
  for (let at = 0; at < 3; at++) people.push(await makeActor(sample, "annotator"));
  const passes: Pass[] = [];
  for (const documentId of documentIds) {
    for (const person of people) {
      const pass = { person, documentId, assignmentId: await assign(sample, documentId, person), statementIds: [] };
      passes.push(pass);
      if (random.chance(0.8)) await mark(pass);
      await submit(pass);
    }
  }
  await expectSame();

  for (let edit = 0; edit < 12; edit++) {
    const pass = random.pick(passes);
    await reopenAssignment(pass.person, pass.assignmentId, { operationId: uuid(), revision: await revisionOf(pass) });
    if (random.chance(0.3)) await expectSame();
    for (let step = random.below(3); step >= 0; step--) await random.pick([mark, mark, change, remove])(pass);
    if (random.chance(0.85)) await submit(pass);
    else passes.splice(passes.indexOf(pass), 1);
    if (edit === 6) await publish();
    await expectSame();
  }
  await merge();
  await expectSame();
  // Passes that are left out may be all of a document's: then nothing is kept of it.
  const stillRead = new Set([sample.documentId, ...passes.map(({ documentId }) => documentId)]);
  expect(await database().keptStatistics.count()).toBe(stillRead.size);

  /** Kept by this process, kept by the database, and counted with nothing kept. */
  async function expectSame(): Promise<void> {
    const now = await ask();
    await statisticsStored();
    forgetReadings();
    const kept = await ask();
    forgetReadings();
    await database().keptStatistics.deleteMany();
    const fresh = await ask();
    await statisticsStored();
    expect(kept).toEqual(fresh);
    expect(now).toEqual(fresh);
  }

  async function ask() {
    const view: AgreementView = await getAgreement(lead, sample.projectId, AgreementQuery.parse({}));
    // A choice that nothing is kept of: counted from the statements that are kept.
    const [one = "", other = ""] = view.options.annotators;
    const two = AgreementQuery.parse({ annotators: `${one},${other}` });
    const passages = PassageQuery.parse({ about: "text", show: "all" });
    return rounded({
      view,
      two: (await getAgreement(lead, sample.projectId, two)).figures,
      passages: await listPassages(lead, sample.projectId, passages),
    });
  }

  async function mark(pass: Pass): Promise<void> {
    const id = uuid();
    const content = contentAt(sample, random.pick(QUOTES));
    await createStatement(pass.person, pass.assignmentId, { operationId: uuid(), id, content });
    pass.statementIds.push(id);
  }

  async function change(pass: Pass): Promise<void> {
    const id = pass.statementIds.at(-1);
    if (!id) return;
    const content = contentAt(sample, random.pick(QUOTES));
    content.fields = { ...content.fields, sourcing: random.pick(["unattributed", "document"]) };
    const { revision } = await database().statement.findUniqueOrThrow({ where: { id } });
    await updateStatement(pass.person, id, { operationId: uuid(), revision, content });
  }

  async function remove(pass: Pass): Promise<void> {
    const id = pass.statementIds.pop();
    if (!id) return;
    const { revision } = await database().statement.findUniqueOrThrow({ where: { id } });
    await deleteStatement(pass.person, id, { operationId: uuid(), revision });
  }

  async function submit(pass: Pass): Promise<void> {
    const revision = await revisionOf(pass);
    await submitAssignment(pass.person, pass.assignmentId, { operationId: uuid(), revision });
  }

  async function publish(): Promise<void> {
    const { content } = toCodebookVersion(
      await database().codebookVersion.findFirstOrThrow({ orderBy: { version: "desc" } }),
    );
    await publishCodebook(sample.owner, sample.projectId, {
      ...{ operationId: uuid(), id: uuid(), message: "renamed" },
      content: { ...content, name: "Another name" },
    });
  }

  /** A merge is a pointer; until there is a command for it, the row is what says so. */
  async function merge(): Promise<void> {
    const [into, from] = [sample.speakerId("unknown"), sample.speakerId("outlet")];
    await database().speaker.update({ where: { id: from }, data: { mergedIntoId: into } });
    forgetReadings();
  }
});

const revisionOf = async ({ assignmentId }: Pass): Promise<number> =>
  (await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } })).revision;

const contentAt = (sample: Sample, quote: string) => wholeContentOver(sample, TEXT, quote);

/** The order of additions leaves its mark in the last digits. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toFixed(9)) + 0 : part)));
