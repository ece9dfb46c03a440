import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type { SpeakerChange } from "@/domain/contract/registry-entries";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { createSpeaker } from "@/server/commands/create-speaker";
import { createStatement } from "@/server/commands/create-statement";
import { proposeTarget } from "@/server/commands/propose-target";
import { changeEntryState } from "@/server/commands/registry/change-entry-state";
import { changeSpeaker } from "@/server/commands/registry/change-speaker";
import { changeTarget } from "@/server/commands/registry/change-target";
import { distinguishEntries, withdrawDistinction } from "@/server/commands/registry/distinguish-entries";
import { mergeEntry, splitEntry } from "@/server/commands/registry/merge-entry";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { getSpeaker, getTarget } from "@/server/queries/registry/get-entry";
import { getRegistryLists } from "@/server/queries/registry/get-registry-lists";
import { listDuplicates } from "@/server/queries/registry/list-duplicates";
import { listEntryUses } from "@/server/queries/registry/list-entry-uses";
import { createTestDatabase } from "../../support/database";
import { contentOver, makeActor, type Sample, seedSample, textOf } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let annotator: Actor;
let reviewer: Actor;

beforeAll(async () => {
  sample = await seedSample();
  annotator = await makeActor(sample, "annotator");
  reviewer = await makeActor(sample, "reviewer");
});

const HOSTILE = "=“Ана” 👩‍👩‍👧\u202Eabc";

async function speaker(name: string, kind = "person", actor = sample.owner): Promise<string> {
  const input = {
    operationId: uuid(),
    id: uuid(),
    name,
    kind,
    roleTitle: null,
    sector: null,
    country: null,
    aliases: [],
  };
  return (await createSpeaker(actor, sample.projectId, input)).id;
}
const place = (entryId: string) => ({ projectId: sample.projectId, entryId });
const at = (entryId: string, list: "speakers" | "targets" = "speakers") => ({ ...place(entryId), list });
const change = (more: Partial<SpeakerChange> = {}): SpeakerChange => ({
  ...{ operationId: uuid(), revision: 1, name: HOSTILE, kind: "person", aliases: [], roleTitle: null },
  ...{ organisationId: null, sector: null, function: null, country: null, notes: null, externalIds: {} },
  ...{ affiliations: [] },
  ...more,
});
const merge = (fromId: string, intoId: string, revision = 1) =>
  mergeEntry(sample.owner, at(fromId), { operationId: uuid(), revision, intoId, reason: "the same person" });

describe("what the registry says of a speaker", () => {
  test("is kept whole, affiliations in the order of time", async () => {
    const [id, body] = [await speaker("Ana"), await speaker("Ministry", "organisation")];
    const affiliation = (validFrom: string | null, roleTitle: string | null = null) => ({
      ...{ organisationId: body, roleTitle, validFrom, validTo: null },
    });
    const input = change({
      ...{ aliases: ["b", "A\u0301"], organisationId: body, notes: "two\nlines", externalIds: { wikidata: "Q1" } },
      affiliations: [affiliation("2021-01-01", "minister"), affiliation(null)],
    });
    const saved = await changeSpeaker(sample.owner, place(id), input);
    expect(saved).toMatchObject({ name: HOSTILE, revision: 2, externalIds: { wikidata: "Q1" }, notes: "two\nlines" });
    expect(saved.aliases.toSorted()).toEqual(["A\u0301", "b"]);
    expect(saved.affiliations.map(({ validFrom }) => validFrom)).toEqual([null, "2021-01-01"]);
    expect((await getSpeaker(annotator, place(id))).entry).toEqual(saved);
    // A retry is the same write.
    expect(await changeSpeaker(sample.owner, place(id), input)).toEqual(saved);
  });

  test("is never written over silently, and changed by managers only", async () => {
    const id = await speaker("Ben");
    const both = [change({ name: "One" }), change({ name: "Other" })].map((input) =>
      changeSpeaker(sample.owner, place(id), input),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    const kept = (await getSpeaker(sample.owner, place(id))).entry;
    expect(refused?.reason).toMatchObject({ code: "stale_revision", extra: { current: kept } });
    for (const actor of [annotator, reviewer]) {
      await expect(changeSpeaker(actor, place(id), change({ revision: 2 }))).rejects.toMatchObject({ status: 403 });
    }
    const outsider = await makeActor(sample, null);
    await expect(getSpeaker(outsider, place(id))).rejects.toMatchObject({ status: 404 });
  });

  test("is refused with every problem named, and nothing of it is stored", async () => {
    const id = await speaker("Cleo");
    const wrong = change({ kind: "robot", organisationId: uuid(), externalIds: { wikidata: "42" } });
    const problems = await changeSpeaker(sample.owner, place(id), wrong).catch((error) => error.extra.errors);
    expect(problems.map(({ path }: { path: string }) => path)).toEqual([
      ...["kind", "organisationId", "externalIds.wikidata"],
    ]);
    expect((await getSpeaker(sample.owner, place(id))).entry.revision).toBe(1);
  });
});

describe("merging", () => {
  test("is a pointer with a reason, rewrites no statement, and is undone exactly", async () => {
    const [from, into] = [await speaker("Tokaev"), await speaker("Tokayev")];
    const text = await textOf(sample.documentId);
    const quote = text.slice(0, 20);
    const content = { ...contentOver(text, quote), speakerId: from, chain: [sample.speakerId("outlet"), from] };
    const input = { operationId: uuid(), id: uuid(), content };
    await createStatement(sample.owner, sample.ownAssignmentId, input);
    const rows = () => database().statement.findMany({ orderBy: { id: "asc" } });
    const before = await rows();

    const merged = await merge(from, into);
    expect(merged).toMatchObject({ id: from, mergedIntoId: into, reason: "the same person", revision: 2 });
    const { merged: listed } = await getSpeaker(sample.owner, place(into));
    expect(listed).toMatchObject([{ id: from, name: "Tokaev", merge: { reason: "the same person" } }]);
    const reverts = listed[0]?.merge?.operationId;
    const back = { operationId: uuid(), revision: 2, reason: "they are two", reverts };
    expect(await splitEntry(sample.owner, at(from), back)).toMatchObject({ mergedIntoId: null, revision: 3 });
    expect(await rows()).toEqual(before);
    expect((await getSpeaker(sample.owner, place(into))).merged).toEqual([]);
  });

  test("never goes round in a circle, also when two are merged into each other at once", async () => {
    const [a, b] = [await speaker("A"), await speaker("B")];
    const results = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const outlet = sample.speakerId("outlet");
    await expect(merge(outlet, b)).rejects.toMatchObject({ code: "invalid_merge" });
    await expect(merge(a, uuid())).rejects.toMatchObject({ status: 404 });
    const reviewers = { operationId: uuid(), revision: 1, intoId: b, reason: "x" };
    await expect(mergeEntry(reviewer, at(a), reviewers)).rejects.toMatchObject({ status: 403 });
  });
});

describe("where an entry is named", () => {
  test("lists finished statements of it and of what was merged into it, with the body of the article's day", async () => {
    const used = await database().statement.findFirstOrThrow({
      where: {
        assignmentId: sample.readingIds[0],
        speakerId: { not: null },
        deletedAt: null,
        speaker: { fixed: false },
      },
      include: { speaker: true },
    });
    const from = used.speakerId as string;
    await database().document.update({ where: { id: sample.documentId }, data: { published: "2022-01-08" } });
    const [into, body] = [await speaker("Survivor"), await speaker("Council", "organisation")];
    const { entry } = await getSpeaker(sample.owner, place(from));
    const { id: _, mergedIntoId: __, fixed: ___, proposed: ____, retired: _____, ...fields } = entry;
    await changeSpeaker(sample.owner, place(from), {
      ...fields,
      operationId: uuid(),
      affiliations: [{ organisationId: body, roleTitle: null, validFrom: "2000-01-01", validTo: null }],
    });
    await merge(from, into, entry.revision + 1);
    const uses = await listEntryUses(reviewer, at(into), { offset: 0 });
    const expected = await database().statement.count({
      where: {
        ...{ speakerId: from, deletedAt: null },
        assignment: { OR: [{ state: "submitted", kind: "annotation" }, { kind: "adjudication" }] },
      },
    });
    expect(uses.total).toBeGreaterThanOrEqual(expected);
    expect(uses.items.find(({ statementId }) => statementId === used.id)).toMatchObject({
      ...{ documentId: sample.documentId, organisation: "Council", inChain: false, kind: "annotation" },
    });
    const lists = await getRegistryLists(reviewer, sample.projectId);
    expect(lists.speakers.find(({ id }) => id === from)?.uses).toBeGreaterThanOrEqual(expected);
    await expect(listEntryUses(annotator, at(into), { offset: 0 })).rejects.toMatchObject({ status: 403 });
    expect((await getRegistryLists(annotator, sample.projectId)).speakers.every(({ uses }) => uses === null)).toBe(
      true,
    );
  });

  test("leaves out an article that the reader is still to read blind", async () => {
    const target = sample.targetId("T1");
    // The owner has an untouched assignment for the article.
    expect(await listEntryUses(sample.owner, at(target, "targets"), { offset: 0 })).toMatchObject({
      total: 0,
      closed: 1,
    });
    expect((await listEntryUses(reviewer, at(target, "targets"), { offset: 0 })).total).toBeGreaterThan(0);
  });
});

describe("likely duplicates", () => {
  test("are listed with evidence until they are merged, or kept apart, which can be taken back", async () => {
    const ids = [await speaker("Zhanar Dosmukhamedova"), await speaker("Жанар Досмухамедова")];
    const [firstId, secondId] = ids.toSorted() as [string, string];
    const listed = async () => {
      const { items, apart } = await listDuplicates(reviewer, sample.projectId, "speakers");
      return { found: items.find((item) => item.firstId === firstId && item.secondId === secondId), apart };
    };
    expect((await listed()).found).toMatchObject({ evidence: [{ kind: "same_name" }] });
    // In either order, and twice at once: it is kept once.
    const says = (one: string, other: string, actor = sample.owner) =>
      distinguishEntries(actor, sample.projectId, {
        ...{ operationId: uuid(), id: uuid(), list: "speakers" },
        ...{ firstId: one, secondId: other },
      });
    const [kept, again] = await Promise.all([says(secondId, firstId), says(firstId, secondId)]);
    expect(again).toEqual(kept);
    expect(await listed()).toMatchObject({ found: undefined, apart: [{ firstId, secondId }] });
    const place = { projectId: sample.projectId, distinctionId: kept.distinctionId };
    const withdrawal = () => ({ operationId: uuid(), list: "speakers" as const });
    await expect(withdrawDistinction(reviewer, place, withdrawal())).rejects.toMatchObject({ status: 403 });
    await withdrawDistinction(sample.owner, place, withdrawal());
    expect((await listed()).found).toBeDefined();
    await merge(firstId, secondId);
    expect((await listed()).found).toBeUndefined();
    await expect(says(firstId, uuid())).rejects.toMatchObject({ code: "unknown_entry" });
    await expect(listDuplicates(annotator, sample.projectId, "speakers")).rejects.toMatchObject({ status: 403 });
  });
});

describe("proposals", () => {
  test("of annotators are accepted, merged or refused; statements that name them keep them", async () => {
    const proposed = await Promise.all(["P1", "P2", "P3"].map((name) => speaker(name, "person", annotator)));
    const [accepted, merged, refused] = proposed as [string, string, string];
    const states = async () => {
      const { speakers } = await getRegistryLists(sample.owner, sample.projectId);
      return proposed.map((id) => {
        const { proposed: isProposed, retired, mergedIntoId } = speakers.find((one) => one.id === id) ?? {};
        return [isProposed ?? false, retired ?? false, mergedIntoId !== null];
      });
    };
    expect(await states()).toEqual([1, 2, 3].map(() => [true, false, false]));
    const state = (entryId: string, to: "in_use" | "retired", revision = 1, actor = sample.owner) =>
      changeEntryState(actor, at(entryId), { operationId: uuid(), revision, state: to, reason: "" });
    await expect(state(accepted, "in_use", 1, annotator)).rejects.toMatchObject({ status: 403 });
    await state(accepted, "in_use");
    await merge(merged, accepted);
    await state(refused, "retired");
    expect(await states()).toEqual([
      [false, false, false],
      [false, false, true],
      [false, true, false],
    ]);
    await expect(state(refused, "in_use")).rejects.toMatchObject({ code: "stale_revision" });
    expect(await state(refused, "in_use", 2)).not.toHaveProperty("retired");
    await expect(state(sample.speakerId("outlet"), "retired")).rejects.toMatchObject({ code: "entry_fixed" });
  });
});

describe("targets", () => {
  const target = async (name: string) =>
    proposeTarget(sample.owner, sample.projectId, { operationId: uuid(), id: uuid(), name });
  const put = (id: string, key: string, broaderId: string | null, revision = 1) =>
    changeTarget(sample.owner, place(id), {
      operationId: uuid(),
      revision,
      key,
      name: key,
      description: null,
      aliases: [],
      broaderId,
    });

  test("stand under broader ones, never under themselves, also when two are moved at once", async () => {
    const [a, b] = [await target("A"), await target("B")];
    const results = await Promise.allSettled([put(a.id, a.key, b.id), put(b.id, b.key, a.id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [moved] = [await getTarget(sample.owner, place(a.id)), await getTarget(sample.owner, place(b.id))].filter(
      ({ entry }) => entry.broaderId !== undefined,
    );
    const top = moved && (await put(moved.entry.id, moved.entry.key, null, moved.entry.revision));
    expect(top).not.toHaveProperty("broaderId");
    await expect(put(a.id, "T1", null, a.id === moved?.entry.id ? 3 : 1)).rejects.toMatchObject({
      code: "invalid_target",
    });
  });

  test("have other wordings, and look alike by them until they are kept apart", async () => {
    const [a, b] = [await target("Vaccination mandate"), await target("Compulsory jab")];
    const fields = { key: a.key, name: a.name, description: null, broaderId: null };
    const change = { ...fields, operationId: uuid(), revision: 1, aliases: ["Jab, compulsory", HOSTILE] };
    const saved = await changeTarget(sample.owner, place(a.id), change);
    expect(saved.aliases?.toSorted()).toEqual(["Jab, compulsory", HOSTILE].toSorted());
    const twice = { ...change, operationId: uuid(), revision: 2, aliases: [a.name] };
    await expect(changeTarget(sample.owner, place(a.id), twice)).rejects.toMatchObject({ code: "invalid_target" });
    const [firstId, secondId] = [a.id, b.id].toSorted() as [string, string];
    const listed = () => listDuplicates(reviewer, sample.projectId, "targets");
    expect((await listed()).items).toMatchObject([{ firstId, secondId, evidence: [{ kind: "same_name" }] }]);
    const input = { operationId: uuid(), id: uuid(), list: "targets" as const, firstId, secondId };
    const { distinctionId } = await distinguishEntries(sample.owner, sample.projectId, input);
    expect(await listed()).toMatchObject({ items: [], apart: [{ firstId, secondId }] });
    const back = { operationId: uuid(), list: "targets" as const };
    const kept = { projectId: sample.projectId, distinctionId };
    const withdrawn = await withdrawDistinction(sample.owner, kept, back);
    expect(await withdrawDistinction(sample.owner, kept, back)).toEqual(withdrawn);
    expect((await listed()).items).toHaveLength(1);
  });

  test("are merged and split like speakers", async () => {
    const [a, b] = [await target("C"), await target("D")];
    const input = { operationId: uuid(), revision: 1, intoId: b.id, reason: "x" };
    expect(await mergeEntry(sample.owner, at(a.id, "targets"), input)).toMatchObject({ mergedIntoId: b.id });
    expect((await getTarget(sample.owner, place(b.id))).merged).toHaveLength(1);
    const back = { operationId: uuid(), revision: 2, reason: "y" };
    expect(await splitEntry(sample.owner, at(a.id, "targets"), back)).toMatchObject({ mergedIntoId: null });
  });
});

test("the history of all this holds", async () => {
  const findings: Finding[] = [];
  const snapshot = await openSnapshot();
  await verifyData(snapshot, databaseSource().kind, (finding) => findings.push(finding));
  await snapshot.close();
  expect(findings).toEqual([]);
});
