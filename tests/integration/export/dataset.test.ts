import { unzipSync } from "fflate";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { ExportQuery } from "@/domain/contract/export";
import { FORMAT_NAMES } from "@/domain/formats/format-names";
import { acceptAgreed } from "@/server/commands/accept-agreed";
import { createStatement } from "@/server/commands/create-statement";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { getExportPreview } from "@/server/queries/get-export-preview";
import { createTestDatabase } from "../../support/database";
import { readInPython } from "../../support/read-in-python";
import {
  addDocument,
  assign,
  HOSTILE_TEXT,
  makeActor,
  type Sample,
  seedSample,
  textOf,
  wholeContentOver,
} from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;

beforeAll(async () => {
  sample = await seedSample();
  await unblindAssignment(sample.owner, sample.ownAssignmentId, { operationId: uuid(), revision: 1 });
  // Gold first: the further readings below belong to another document.
  await acceptAgreed(sample.owner, sample.documentId, { operationId: uuid() });
  const documentId = await addDocument(sample, HOSTILE_TEXT);
  const text = await textOf(documentId);
  const annotator = await makeActor(sample, "annotator");
  const assignmentId = await assign(sample, documentId, annotator);
  for (const quote of ["“naïve”", "👩‍👩‍👧 said: “naïve”\nand\n\u202Eabc", "e\u0301 𝒳 «да»", "𝒳"]) {
    const content = { ...wholeContentOver(sample, text, quote), note: "=1+1, “x”\n@y" };
    await createStatement(annotator, assignmentId, { operationId: uuid(), id: uuid(), content });
  }
  await submitAssignment(annotator, assignmentId, { operationId: uuid(), revision: 2 });
});

function answer(query: Partial<z.input<typeof ExportQuery>>): Promise<Response> {
  return exportDataset(sample.owner, sample.projectId, ExportQuery.parse({ format: "json", ...query }));
}

async function download(query: Partial<z.input<typeof ExportQuery>>): Promise<string> {
  return (await answer(query)).text();
}

test("a Python reader finds every quote at its offsets, in JSON and in CSV", async () => {
  const output = await readInPython({
    "dataset.json": await download({}),
    "dataset.csv": await download({ format: "csv" }),
  });
  expect(JSON.parse(output)).toMatchObject({ documents: 2, mismatches: 0 });
});

test("the Python reader notices one shifted offset", async () => {
  const dataset = JSON.parse(await download({}));
  const [span] = dataset.statements[3].spans;
  span.start += 1;
  span.end += 1;
  await expect(readInPython({ "dataset.json": JSON.stringify(dataset) })).rejects.toMatchObject({ code: 1 });
});

describe("layers", () => {
  test.each([
    ["annotation", true, false],
    ["adjudication", false, true],
    ["both", true, true],
  ] as const)("%s", async (layers, readings, gold) => {
    const { assignments, statements } = JSON.parse(await download({ layers }));
    const kinds = new Set(assignments.map((assignment: { kind: string }) => assignment.kind));
    expect([kinds.has("annotation"), kinds.has("adjudication")]).toEqual([readings, gold]);
    const ids = new Set(assignments.map((assignment: { id: string }) => assignment.id));
    for (const statement of statements) expect(ids).toContain(statement.assignment_id);
  });
});

test("people appear by pseudonym only; the same data gives the same statements in the same order", async () => {
  const [first, second] = [await download({ format: "csv" }), await download({ format: "csv" })];
  expect(first).toBe(second);
  for (const text of [first, await download({})]) {
    expect(text).toMatch(/ann_[a-z2-7]{10}/);
    expect(text).not.toContain("Ana Ågren");
    expect(text).not.toContain("Example annotator");
    expect(text).not.toContain("@sayso.local");
    expect(text).not.toContain(sample.owner.userId);
  }
});

test("gold says of each part on what it rests and whose it is, also without the readings", async () => {
  for (const layers of ["adjudication", "both"] as const) {
    const { rulings } = JSON.parse(await download({ layers }));
    expect(rulings.length).toBeGreaterThan(0);
    for (const { bases, provenance, taken_from, member_ids } of rulings) {
      expect(bases).toMatchObject({ content: "unanimous", speaker: "unanimous", stance: "unanimous" });
      expect(Object.keys(bases)).toEqual(Object.keys(provenance));
      expect(member_ids).toContain(provenance.content);
      expect(taken_from.content).toMatch(/^ann_[a-z2-7]{10}$/);
    }
  }
});

test("cells for a spreadsheet cannot start a formula; raw ones are the data", async () => {
  const [raw, guarded] = [await download({ format: "csv" }), await download({ format: "csv", cells: "spreadsheet" })];
  expect(raw).toContain('"=1+1, “x”\n@y"');
  expect(guarded).toContain("'=1+1, “x”\n@y");
});

describe("what is chosen", () => {
  test("of everything twice gives the same bytes", async () => {
    for (const format of FORMAT_NAMES) {
      const bytes = async () => Buffer.from(await (await answer({ format, layers: "all" })).arrayBuffer());
      expect((await bytes()).equals(await bytes()), format).toBe(true);
    }
  });

  test("documents and fields", async () => {
    const data = JSON.parse(await download({ documents: sample.documentId, fields: "form,frame" }));
    expect(data.documents.map(({ id }: { id: string }) => id)).toEqual([sample.documentId]);
    const keys = new Set(data.statements.flatMap(({ fields }: { fields: object }) => Object.keys(fields)));
    expect([...keys]).toEqual(["form"]);
    const header = (await download({ format: "csv", fields: "form,frame" })).split("\r\n")[0];
    expect(header).toContain(",stance_basis,form,frame,confidence,");
  });

  test("names, by managers only", async () => {
    const text = await download({ people: "names" });
    expect(text).toContain('"annotator":"Ana Ågren"');
    expect(text).not.toMatch(/"actor":"ann_/);
    const reviewer = await makeActor(sample, "reviewer");
    const asked = exportDataset(reviewer, sample.projectId, ExportQuery.parse({ format: "json", people: "names" }));
    await expect(asked).rejects.toMatchObject({ status: 403, code: "names_for_managers" });
  });

  test("times by the day: no id and no history tells more, and links still lead somewhere", async () => {
    const [exact, day] = [JSON.parse(await download({})), JSON.parse(await download({ times: "day" }))];
    expect(exact.events.length).toBeGreaterThan(exact.statements.length);
    expect(day.events).toEqual([]);
    const ids = (data: typeof day) => data.statements.map(({ id }: { id: string }) => id);
    expect(ids(day)).toHaveLength(ids(exact).length);
    for (const id of ids(exact)) expect(JSON.stringify(day)).not.toContain(id);
    for (const { created_at } of day.statements) expect(created_at).toMatch(/T00:00:00\.000Z$/);
    const members = day.rulings.flatMap((ruling: { member_ids: string[] }) => ruling.member_ids);
    for (const id of members) expect(ids(day)).toContain(id);
    await readInPython({ "dataset.json": JSON.stringify(day) });
  });
});

test("speakers come with notes and affiliations, in their order of time", async () => {
  const [speakerId, organisationId] = [sample.speakerId("Yerlan Karin"), sample.speakerId("European Parliament")];
  await database().speaker.update({ where: { id: speakerId }, data: { notes: "=Secretary" } });
  for (const validFrom of ["2022-01-05", null]) {
    await database().affiliation.create({ data: { id: uuid(), speakerId, organisationId, validFrom } });
  }
  const { registry } = JSON.parse(await download({}));
  const speaker = registry.speakers.find(({ id }: { id: string }) => id === speakerId);
  expect(speaker.notes).toBe("=Secretary");
  expect(speaker.affiliations.map((one: { valid_from: string | null }) => one.valid_from)).toEqual([
    null,
    "2022-01-05",
  ]);
});

test("a bundle names nobody unless asked to, also where reviewers read names", async () => {
  const project = await database().project.findUniqueOrThrow({ where: { id: sample.projectId } });
  const settings = { ...(project.reviewSettings as object), names: "names" };
  await database().project.update({ where: { id: sample.projectId }, data: { reviewSettings: settings } });
  const unpacked = async (people: "names" | "pseudonyms") => {
    const sent = await (await answer({ format: "bundle", formats: FORMAT_NAMES.join(","), people })).arrayBuffer();
    return Object.entries(unzipSync(new Uint8Array(sent)));
  };
  const files = await unpacked("pseudonyms");
  const users = await database().user.findMany();
  expect(files.map(([path]) => path)).toContain("reliability-report.md");
  for (const [path, bytes] of files) {
    const text = Buffer.from(bytes).toString("utf8");
    for (const { id, name, email } of users) {
      for (const word of [id, name, email]) expect(text.includes(word), `${word} in ${path}`).toBe(false);
    }
  }
  const named = await unpacked("names");
  const dataset = named.find(([path]) => path === "dataset.json")?.[1];
  expect(Buffer.from(dataset ?? []).toString("utf8")).toContain("Ana Ågren");
});

test("what contradicts itself is told with its place", async () => {
  const statement = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
  await database().statement.update({
    where: { id: statement.id },
    data: { spans: [{ role: "content", start: 0, end: 3, quote: "Not" }] },
  });
  const problem = { status: 500, detail: expect.stringContaining(`statement ${statement.id}, content span 0-3`) };
  await expect(answer({})).rejects.toMatchObject(problem);
  await expect(
    getExportPreview(sample.owner, sample.projectId, ExportQuery.parse({ format: "csv" })),
  ).rejects.toMatchObject(problem);
  await database().statement.update({ where: { id: statement.id }, data: { spans: statement.spans as object[] } });
});

test("the preview shows the first rows of the very download", async () => {
  const query = ExportQuery.parse({ format: "csv" });
  const preview = await getExportPreview(sample.owner, sample.projectId, query);
  expect(preview).toMatchObject({ documents: 2, readings: 3, readingStatements: 34 });
  expect(preview.goldStatements).toBeGreaterThan(0);
  const header = (await download({ format: "csv" })).split("\r\n")[0];
  expect(preview.rows[0]?.join(",")).toBe(header);
  expect(preview.rows.length).toBeGreaterThan(3);
});
