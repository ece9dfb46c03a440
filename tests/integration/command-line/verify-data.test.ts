import { beforeAll, beforeEach, expect, test } from "vitest";
import { openSnapshot } from "@/server/bulk/snapshot";
import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { database } from "@/server/database/client";
import { databaseSource } from "@/server/database/database-source";
import { createTestDatabase, provider } from "../../support/database";
import { seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

beforeAll(async () => {
  await seedSample();
  // Somebody who has the machine has more than the application: its guards are no help against them.
  for (const table of ["Event", "Document"]) {
    if (provider === "postgresql") await change(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    else for (const name of await triggersOf(table)) await change(`DROP TRIGGER "${name}"`);
  }
});

async function triggersOf(table: string): Promise<string[]> {
  const rows = await database().$queryRawUnsafe<{ name: string }[]>(
    `SELECT "name" FROM sqlite_master WHERE "type" = 'trigger' AND "tbl_name" = '${table}'`,
  );
  return rows.map(({ name }) => name);
}

const change = (sql: string) => database().$executeRawUnsafe(sql);

async function findings(): Promise<Finding[]> {
  const found: Finding[] = [];
  const snapshot = await openSnapshot();
  try {
    await verifyData(snapshot, databaseSource().kind, (finding) => found.push(finding));
  } finally {
    await snapshot.close();
  }
  return found;
}

beforeEach(async () => expect(await findings()).toEqual([]));

const json = (path: string, value: string) =>
  provider === "sqlite"
    ? `json_set("spans", '$[0].${path}', ${value})`
    : `jsonb_set("spans", '{0,${path}}', '${value.replaceAll("'", '"')}')`;
const oneStatement = `"id" = (SELECT MIN("id") FROM "Statement")`;
const lastEvent = '"sequence" = (SELECT MAX("sequence") FROM "Event")';

/** What somebody changes, how it is undone, and what is found. */
const tampering: [string, string, string, Pick<Finding, "check" | "problem">[]][] = [
  [
    "a letter of an article",
    `UPDATE "Document" SET "text" = replace("text", 'Ministry', 'Minestry')`,
    `UPDATE "Document" SET "text" = replace("text", 'Minestry', 'Ministry')`,
    [
      { check: "texts", problem: "The text is not the one that was imported." },
      { check: "spans", problem: expect.stringContaining("Minestry") },
    ],
  ],
  [
    "its noted length",
    'UPDATE "Document" SET "length" = "length" + 1',
    'UPDATE "Document" SET "length" = "length" - 1',
    [{ check: "texts", problem: expect.stringContaining("code points where") }],
  ],
  [
    "the quote of a span",
    `UPDATE "Statement" SET "spans" = ${json("quote", "'other words'")} WHERE ${oneStatement}`,
    "",
    [{ check: "spans", problem: expect.stringContaining("“other words” in the statement") }],
  ],
  [
    "who did something",
    `UPDATE "Event" SET "actor" = 'ann_aaaaaaaaaa' WHERE "sequence" = 7`,
    "",
    [{ check: "events", problem: expect.stringMatching(/^Event 7 \(.+\) or the one before it/) }],
  ],
  [
    "that it happened",
    'DELETE FROM "Event" WHERE "sequence" = 9',
    "",
    [{ check: "events", problem: "Events 9 to 9 are missing." }],
  ],
  [
    "the last thing that happened",
    `DELETE FROM "Event" WHERE ${lastEvent}`,
    "",
    [{ check: "events", problem: expect.stringMatching(/^There are \d+ events where \d+ were written\.$/) }],
  ],
];

test.each(tampering)("finds that %s was changed behind the application's back", async (_, does, undoes, expected) => {
  const kept = undoes ? null : await keep();
  await change(does);
  const found = await findings();
  if (kept) await kept();
  else await change(undoes);
  const shown = found.map(({ check, problem }) => ({ check, problem }));
  for (const one of expected) expect(shown).toContainEqual(one);
  expect(new Set(shown.map(({ check }) => check))).toEqual(new Set(expected.map(({ check }) => check)));
  for (const { where } of found) expect(where).toMatch(/^(project|document|statement) .+/);
});

/** Copies what is tampered with; resolves with what puts it back. */
async function keep(): Promise<() => Promise<void>> {
  await change('CREATE TABLE "KeptEvent" AS SELECT * FROM "Event"');
  await change(`CREATE TABLE "KeptStatement" AS SELECT * FROM "Statement" WHERE ${oneStatement}`);
  return async () => {
    await change('DELETE FROM "Event"');
    await change('INSERT INTO "Event" SELECT * FROM "KeptEvent"');
    const spans = '(SELECT k."spans" FROM "KeptStatement" k WHERE k."id" = "Statement"."id")';
    await change(`UPDATE "Statement" SET "spans" = ${spans} WHERE ${oneStatement}`);
    await change('DROP TABLE "KeptEvent"');
    await change('DROP TABLE "KeptStatement"');
  };
}
