import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import type { PublishInput } from "@/domain/contract/codebook";
import type { Actor } from "@/server/auth/actor";
import { publishDraft } from "@/server/commands/codebook/publish-draft";
import { discardCodebookDraft, saveCodebookDraft } from "@/server/commands/codebook/save-codebook-draft";
import { database } from "@/server/database/client";
import { getCodebookDraft } from "@/server/queries/codebook/get-codebook-draft";
import { getDraftEffects } from "@/server/queries/codebook/get-draft-effects";
import {
  getCodebookDiff,
  getCodebookVersion,
  listCodebookVersions,
} from "@/server/queries/codebook/list-codebook-versions";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let manager: Actor;

beforeAll(async () => {
  sample = await seedSample();
  manager = sample.owner;
});

/** Changes the draft and saves it. */
async function write(change: (codebook: Codebook) => void) {
  const { revision, baseVersion, content } = await getCodebookDraft(manager, sample.projectId);
  const next = structuredClone(content);
  change(next);
  return saveCodebookDraft(manager, sample.projectId, { revision, baseVersion, content: next });
}

async function publish(change: Partial<PublishInput> = {}) {
  const { revision } = await getCodebookDraft(manager, sample.projectId);
  const input = {
    operationId: uuid(),
    id: uuid(),
    revision,
    message: "👩‍👩‍👧 “naïve”\u202Eabc",
    decisions: {},
    ...change,
  };
  return publishDraft(manager, sample.projectId, input);
}

test("a draft begins as the published codebook and keeps what is typed, also what is wrong", async () => {
  const begun = await getCodebookDraft(manager, sample.projectId);
  const published = await getCodebookVersion(manager, sample.projectId, 1);
  expect(begun).toEqual({ revision: 0, baseVersion: 1, content: published.content, updatedAt: null });
  const saved = await write((codebook) => {
    codebook.name = "👩‍👩‍👧 said: “naïve”\r\n\u202Eabc";
    codebook.fields.push({ key: "", label: "", definition: "", type: "text" } as never);
    Object.assign(codebook.fields.at(-1) ?? {}, { measure: "nominal", required: false, enabled: true, values: [] });
  });
  expect(saved.revision).toBe(1);
  expect(await getCodebookDraft(manager, sample.projectId)).toEqual(saved);
  // Nobody else sees it.
  expect((await getCodebookVersion(manager, sample.projectId, 1)).content).toEqual(published.content);
  expect(await database().event.count({ where: { subjectType: "codebook" } })).toBe(1);
  await expect(publish()).rejects.toMatchObject({ status: 422, code: "codebook_problems" });
});

test("a stale draft conflicts and overwrites nothing; the same sent again is saved once", async () => {
  const held = await getCodebookDraft(manager, sample.projectId);
  const { revision, baseVersion } = held;
  const mine = { ...held.content, name: "Mine" };
  const saved = await saveCodebookDraft(manager, sample.projectId, { revision, baseVersion, content: mine });
  expect(await saveCodebookDraft(manager, sample.projectId, { revision, baseVersion, content: mine })).toEqual(saved);
  const theirs = { ...held.content, name: "Theirs" };
  const stale = saveCodebookDraft(manager, sample.projectId, { revision, baseVersion, content: theirs });
  await expect(stale).rejects.toMatchObject({
    ...{
      status: 409,
      code: "stale_revision",
      extra: { current: { revision: saved.revision, content: { name: "Mine" } } },
    },
  });
  await expect(discardCodebookDraft(manager, sample.projectId, revision)).rejects.toMatchObject({ status: 409 });
  expect(await discardCodebookDraft(manager, sample.projectId, saved.revision)).toMatchObject({ revision: 0 });
  expect((await getCodebookDraft(manager, sample.projectId)).content.name).toBe("Statements v1");
});

test("of fifty writers at once one saves, and the others are told", async () => {
  const { revision, baseVersion, content } = await getCodebookDraft(manager, sample.projectId);
  const all = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => {
      const mine = { ...content, name: `Writer ${index}` };
      return saveCodebookDraft(manager, sample.projectId, { revision, baseVersion, content: mine });
    }),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const held = await getCodebookDraft(manager, sample.projectId);
  await discardCodebookDraft(manager, sample.projectId, held.revision);
});

test("publishing makes the next version, and the draft begins anew", async () => {
  await write((codebook) => {
    codebook.fields[0]?.values.push({ key: "leak", label: "Leak", definition: "A leak.", example: "", shortcut: "" });
  });
  const { changes, effects } = await getDraftEffects(manager, sample.projectId);
  expect(changes).toEqual([{ part: "Sourcing", words: "“Leak” is new." }]);
  expect(effects).toEqual([]);
  const input = { operationId: uuid(), id: uuid() };
  const { revision } = await getCodebookDraft(manager, sample.projectId);
  const made = await publish(input);
  expect(made).toMatchObject({ version: 2, message: "👩‍👩‍👧 “naïve”\u202Eabc", mapped: 0, asked: 0 });
  expect(made.content.fields[0]?.values.at(-1)).toEqual({ key: "leak", label: "Leak", definition: "A leak." });
  // Sent again it is done once.
  expect(await publish({ ...input, revision })).toEqual(made);
  expect(await getCodebookDraft(manager, sample.projectId)).toMatchObject({ revision: 0, baseVersion: 2 });
  const { items } = await listCodebookVersions(manager, sample.projectId);
  expect(items.map(({ version, message, statements }) => [version, message, statements])).toEqual([
    // The reader is still to read the only article blind.
    [2, "👩‍👩‍👧 “naïve”\u202Eabc", null],
    [1, expect.any(String), null],
  ]);
  const diff = await getCodebookDiff(manager, sample.projectId, { from: 2, to: 1 });
  expect(diff.changes).toEqual([{ part: "Sourcing", words: "“Leak” was removed." }]);
  await expect(publish({ revision: 1 })).rejects.toMatchObject({ status: 409, code: "stale_revision" });
  await write((codebook) => {
    codebook.fields[0]?.values.pop();
    codebook.fields[0]?.values.push({ key: "leak", label: "Leak", definition: "A leak." });
  });
  await expect(publish()).rejects.toMatchObject({ status: 409, code: "nothing_to_publish" });
});

test("a version published meanwhile has to be looked at first", async () => {
  const { content } = await getCodebookVersion(manager, sample.projectId, 2);
  const row = { id: uuid(), projectId: sample.projectId, version: 3, message: "Elsewhere" };
  await database().codebookVersion.create({ data: { ...row, content: { ...content, name: "Elsewhere" } } });
  await write((codebook) => {
    codebook.snapping = "sentence";
  });
  await expect(publish()).rejects.toMatchObject({
    ...{ status: 409, code: "codebook_changed", extra: { current: { version: 3 } } },
  });
  const { revision, content: mine } = await getCodebookDraft(manager, sample.projectId);
  await saveCodebookDraft(manager, sample.projectId, { revision, baseVersion: 3, content: mine });
  expect((await publish()).content).toMatchObject({ name: "Statements v1", snapping: "sentence" });
});

test("annotators and reviewers read versions; only managers write; strangers see nothing", async () => {
  const { projectId } = sample;
  for (const role of ["annotator", "reviewer"] as const) {
    const actor = await makeActor(sample, role);
    expect((await getCodebookVersion(actor, projectId, 2)).version).toBe(2);
    const { items } = await listCodebookVersions(actor, projectId);
    expect(items.every(({ statements }) => (statements === null) === (role === "annotator"))).toBe(true);
    await expect(getCodebookDraft(actor, projectId)).rejects.toMatchObject({ status: 403 });
    await expect(getDraftEffects(actor, projectId)).rejects.toMatchObject({ status: 403 });
    await expect(discardCodebookDraft(actor, projectId, 1)).rejects.toMatchObject({ status: 403 });
  }
  const stranger = await makeActor(sample, null);
  await expect(getCodebookVersion(stranger, projectId, 2)).rejects.toMatchObject({ status: 404 });
  await expect(listCodebookVersions(stranger, projectId)).rejects.toMatchObject({ status: 404 });
  await expect(getCodebookVersion(manager, projectId, 99)).rejects.toMatchObject({ status: 404 });
});
