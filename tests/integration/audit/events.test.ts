import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { canonicalJson } from "@/domain/canonical-json";
import { EventsQuery } from "@/domain/contract/audit";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { database } from "@/server/database/client";
import { exportEvents } from "@/server/queries/audit/export-events";
import { listEvents } from "@/server/queries/audit/list-events";
import { verifyEvents } from "@/server/queries/audit/verify-events";
import { createTestDatabase, provider } from "../../support/database";
import {
  addDocument,
  assign,
  contentOver,
  HOSTILE_TEXT,
  makeActor,
  type Sample,
  seedSample,
} from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let manager: Actor;
let assignmentId: string;

beforeAll(async () => {
  sample = await seedSample();
  manager = await makeActor(sample, "manager");
  const annotator = await makeActor(sample, "annotator");
  assignmentId = await assign(sample, await addDocument(sample, HOSTILE_TEXT), annotator);
  const content = contentOver(HOSTILE_TEXT, "naïve");
  await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
});

const list = (query: object = {}) => listEvents(manager, sample.projectId, EventsQuery.parse(query));

test("tells every event in words, page by page, the latest first", async () => {
  const total = await database().event.count({ where: { projectId: sample.projectId } });
  const sequences: number[] = [];
  for (let before: number | undefined; ; ) {
    const { events, older } = await list({ limit: 7, ...(before && { before }) });
    sequences.push(...events.map(({ sequence }) => sequence));
    if (older === null) break;
    before = older;
  }
  expect(sequences).toEqual(Array.from({ length: total }, (_, index) => total - index));
  const { events } = await list({ limit: 1 });
  expect(events[0]).toMatchObject({
    ...{ name: expect.stringContaining("Ana Ågren"), sentence: "made a statement", subjectType: "statement" },
    document: { title: "=Hostile, “quoted”" },
  });
});

test("filters by who, what, about what, one thing and days, alone and together", async () => {
  const all = (await list({ limit: 200 })).events;
  const [latest] = all;
  const { actors, actions } = await list();
  expect(actors.map(({ actor }) => actor).sort()).toEqual([...new Set(all.map(({ actor }) => actor))].sort());
  expect(actions).toEqual([...new Set(all.map(({ action }) => action))].sort());
  const only = async (query: object) => (await list({ limit: 200, ...query })).events;
  const actor = latest?.actor ?? "";
  expect(await only({ actor })).toEqual(all.filter((event) => event.actor === actor));
  expect(await only({ action: "member.added" })).toEqual(all.filter(({ action }) => action === "member.added"));
  expect(await only({ subjectType: "target" })).toEqual(all.filter(({ subjectType }) => subjectType === "target"));
  expect(await only({ actor, action: "statement.created" })).toEqual([latest]);
  // The reading with its statements.
  expect((await only({ subject: assignmentId })).map(({ action }) => action)).toEqual([
    "statement.created",
    "assignment.created",
  ]);
  const today = new Date().toISOString().slice(0, 10);
  const days = (await only({ from: today, to: today })).length + (await only({ to: "2026-01-01" })).length;
  expect(days).toBeLessThanOrEqual(all.length);
  expect(await only({ from: "2000-01-01", to: "2999-12-31" })).toEqual(all);
  expect(await only({ from: "2999-01-01" })).toEqual([]);
});

test("is for managers, and not while they have an article of it to read blind; verifying is for every manager", async () => {
  const reviewer = await makeActor(sample, "reviewer");
  const query = EventsQuery.parse({});
  await expect(listEvents(reviewer, sample.projectId, query)).rejects.toMatchObject({ status: 403 });
  await expect(verifyEvents(reviewer, sample.projectId, { after: 0 })).rejects.toMatchObject({ status: 403 });
  // The owner of the sample has an untouched assignment.
  await expect(listEvents(sample.owner, sample.projectId, query)).rejects.toMatchObject({
    code: "own_reading_unfinished",
  });
  const exporting = exportEvents(sample.owner, sample.projectId, { format: "jsonl" }, new Date());
  await expect(exporting).rejects.toMatchObject({ code: "own_reading_unfinished" });
  expect(await verifyEvents(sample.owner, sample.projectId, { after: 0 })).toMatchObject({ wrong: null });
});

test("JSON Lines hold what each hash is over, CSV the same rows safe for spreadsheets, both what is filtered", async () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const whole = await (await exportEvents(manager, sample.projectId, { format: "jsonl" }, now)).text();
  const lines = whole
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  let previous = "";
  for (const { hash, ...event } of lines) {
    expect(createHash("sha256").update(previous).update(canonicalJson(event)).digest("hex")).toBe(hash);
    previous = String(hash);
  }
  expect(lines).toHaveLength(await database().event.count({ where: { projectId: sample.projectId } }));
  const answer = await exportEvents(manager, sample.projectId, { format: "csv", action: "document.created" }, now);
  expect(answer.headers.get("content-disposition")).toContain("events-2026-11-23.csv");
  const csv = await answer.text();
  expect(csv.split("\r\n")[0]).toMatch(/^sequence,at,actor,action,sentence,.*,hash$/);
  expect(csv).toContain("added an article");
  expect(csv).not.toContain("made a statement");
  // Nobody's name is in it.
  expect(whole + csv).not.toMatch(/Ågren|example\.org/);
});

test("verifying goes on part by part, and tells the first event that was changed behind the program's back", async () => {
  const after = async (sequence: number) => verifyEvents(manager, sample.projectId, { after: sequence });
  const { upTo, total, finished, wrong } = await after(0);
  expect({ finished, wrong, upTo }).toEqual({ finished: true, wrong: null, upTo: total });
  expect(await after(total - 3)).toEqual({ upTo: total, total, finished: true, wrong: null });
  const sql = (text: string) => database().$executeRawUnsafe(text);
  if (provider === "postgresql") await sql('ALTER TABLE "Event" DISABLE TRIGGER USER');
  else await sql('DROP TRIGGER "Event_no_update"');
  await sql(`UPDATE "Event" SET "actor" = 'ann_aaaaaaaaaa' WHERE "sequence" IN (7, 9)`);
  expect((await after(0)).wrong).toEqual({ sequence: 7, problem: expect.stringMatching(/^Event 7 /) });
  expect((await after(7)).wrong).toMatchObject({ sequence: 9 });
  expect((await after(9)).wrong).toBeNull();
});
