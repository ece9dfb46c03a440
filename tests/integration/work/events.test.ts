import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { createSpeaker } from "@/server/commands/create-speaker";
import { database } from "@/server/database/client";
import { hashEvent } from "@/server/events/append-event";
import { createTestDatabase } from "../../support/database";
import { type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
});

test("parallel writers make one chain without gap or fork, and each hash follows from what is stored", async () => {
  const speakers = Array.from({ length: 25 }, (_, index) => ({
    operationId: uuid(),
    id: uuid(),
    name: `Zoë 👩‍👩‍👧 ${index}`,
    kind: "person",
    roleTitle: null,
    sector: null,
    country: null,
    aliases: ["b", "a"],
  }));
  await Promise.all(speakers.map((speaker) => createSpeaker(sample.owner, sample.projectId, speaker)));
  const events = await database().event.findMany({
    where: { projectId: sample.projectId },
    orderBy: { sequence: "asc" },
  });
  expect(events.length).toBeGreaterThan(25 + 30);
  let previous = "";
  for (const [index, { id: _id, hash, at, ...event }] of events.entries()) {
    expect(event.sequence).toBe(index + 1);
    expect(hashEvent(previous, { ...event, at: at.toISOString() } as Parameters<typeof hashEvent>[1])).toBe(hash);
    previous = hash;
  }
  const head = await database().eventHead.findUniqueOrThrow({ where: { projectId: sample.projectId } });
  expect(head).toMatchObject({ sequence: events.length, hash: previous });
});

test("an event names its actor by pseudonym only", async () => {
  const events = await database().event.findMany({ where: { projectId: sample.projectId } });
  expect(new Set(events.map((event) => event.actor)).size).toBe(3);
  for (const event of events) expect(event.actor).toMatch(/^ann_[a-z2-7]{10}$/);
  expect(JSON.stringify(events)).not.toContain(sample.owner.userId);
  expect(JSON.stringify(events)).not.toContain("@sayso.local");
});
