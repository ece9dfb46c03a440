import { beforeAll, expect, test } from "vitest";
import { ensureOwner } from "@/seeds/owner";
import { seedSampleProject } from "@/seeds/sample-project";
import { database } from "@/server/database/client";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { listWork } from "@/server/queries/list-work";
import expected from "../../golden/expected-a-vs-b.json";
import { createTestDatabase } from "../../support/database";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

test("the first start makes the sample project, a second one changes nothing", async () => {
  const owner = await ensureOwner();
  expect(await seedSampleProject(owner)).toBe("created");
  const before = await snapshot();
  expect(before).toMatchObject({ projects: 1, documents: 1, targets: 6, assignments: 3, users: 3 });
  expect(before.statements).toBe(expected.n_A + expected.n_B);
  expect(await seedSampleProject(await ensureOwner())).toBe("present");
  expect(await snapshot()).toEqual(before);
});

test("the owner's assignment is untouched and is their next", async () => {
  const owner = await ensureOwner();
  const { items } = await listWork(owner);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    state: "assigned",
    statementCount: 0,
    project: { name: "Kazakhstan, January 2022" },
  });
  expect((await getAnnotationView(owner, items[0]?.id ?? "")).statements).toEqual([]);
});

test("the example annotators have no password and nobody can sign in as them", async () => {
  const users = await database().user.findMany({ where: { isAdmin: false }, include: { accounts: true } });
  expect(users).toHaveLength(2);
  expect(users.flatMap((user) => user.accounts)).toEqual([]);
});

test("each stored quote is what the text says at its offsets", async () => {
  const db = database();
  const { text } = await db.document.findFirstOrThrow();
  const points = [...text];
  for (const row of await db.statement.findMany()) {
    for (const span of row.spans as { start: number; end: number; quote: string }[]) {
      expect(points.slice(span.start, span.end).join("")).toBe(span.quote);
    }
  }
});

async function snapshot() {
  const db = database();
  return {
    projects: await db.project.count(),
    documents: await db.document.count(),
    speakers: await db.speaker.count(),
    targets: await db.target.count(),
    assignments: await db.assignment.count(),
    statements: await db.statement.count(),
    users: await db.user.count(),
    events: await db.event.count(),
  };
}
