import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { ExportQuery } from "@/domain/contract/export";
import { json } from "@/domain/formats/json";
import { saysoJson } from "@/domain/import/annotated/sayso/sayso-json";
import { ensureOwner } from "@/seeds/owner";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { verifyData } from "@/server/bulk/verify-data";
import { createProject } from "@/server/commands/create-project";
import { importAnnotated, reportAnnotated } from "@/server/commands/import-annotated";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { undoImport } from "@/server/commands/undo-import";
import { exportDataset } from "@/server/queries/export-dataset";
import { createTestDatabase, provider } from "../../support/database";
import { type FlatDataset, writeText } from "../../support/flat-dataset";
import { generateDataset } from "../../support/generated-dataset";
import { seededRandom, trials } from "../../support/seeded-random";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase()).close);

let owner: Actor;
beforeAll(async () => {
  owner = await ensureOwner();
});

async function makeProject(): Promise<string> {
  const id = uuid();
  const input = { operationId: uuid(), id, name: "“Empty”", outletId: uuid(), unknownId: uuid() };
  await createProject(owner, input);
  const version = { operationId: uuid(), id: uuid(), message: "First", content: defaultCodebook };
  await publishCodebook(owner, id, version);
  return id;
}

function sourceOf(text: string) {
  const bytes = Buffer.from(text);
  const file = {
    name: "dataset.json",
    size: bytes.length,
    bytes: async () => bytes,
    text: async () => text,
    async *chunks(from = 0) {
      for (let at = from; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000);
    },
  };
  return { format: "json", parts: saysoJson.parse([file], { codebook: defaultCodebook }) };
}

const CHOICES = { codebook: null, people: {} };

async function bringIn(projectId: string, text: string): Promise<string> {
  const id = uuid();
  const input = { ...CHOICES, operationId: uuid(), id, digest: null };
  await importAnnotated(owner, projectId, input, () => sourceOf(text));
  return id;
}

const takeOut = async (projectId: string) =>
  (await exportDataset(owner, projectId, ExportQuery.parse({ format: "json", layers: "all" }))).text();

/** All but what names the project it is in. */
const withoutProject = (text: string) => text.replace(/^"project": .*$/m, "");

/** Everything stored but history and imports, which tell of both the import and its undoing. */
async function everything(): Promise<string> {
  const snapshot = await openSnapshot();
  const tables = [
    "User",
    "Membership",
    "CodebookVersion",
    "Speaker",
    "SpeakerAlias",
    "Affiliation",
    "Target",
    "Document",
  ];
  const work = ["Assignment", "Statement", "StatementStance", "Ruling", "ClusterGroup", "Comment", "ImportedEvent"];
  const found: unknown[] = [];
  for (const table of [...tables, ...work]) found.push(await snapshot.query(`SELECT * FROM "${table}" ORDER BY "id"`));
  await snapshot.close();
  return JSON.stringify(found);
}

/** A generated project as its file, with the hashes of its texts. */
function fileOf(flat: FlatDataset): Promise<string> {
  for (const document of flat.documents) document.sha256 = createHash("sha256").update(document.text).digest("hex");
  return writeText(json, flat);
}

const RUNS = provider === "sqlite" ? trials(200) : 6;

test(`${RUNS} projects come out as they went in, and undoing leaves nothing`, { timeout: 120_000 }, async () => {
  const random = seededRandom("round trip");
  const [one, other] = [await makeProject(), await makeProject()];
  const before = await everything();
  for (let run = 0; run < RUNS; run++) {
    const flat = generateDataset(random);
    const first = await bringIn(one, await fileOf(flat));
    const exported = await takeOut(one);
    const { documents, statements, rulings, comments, groups, events } = JSON.parse(exported);
    const lists = [documents, statements, rulings, comments, groups, events].map((list) => list.length);
    const { length } = flat.documents;
    const made = [flat.statements, flat.rulings, flat.comments, flat.groups, flat.events].map((list) => list.length);
    expect(lists, `run ${run}`).toEqual([length, ...made]);
    await undoImport(owner, first, uuid());
    if (run % 20 === 0) expect(await everything()).toBe(before);
    const report = await reportAnnotated(owner, other, CHOICES, () => sourceOf(exported));
    const kinds = report.groups.filter(({ effect }) => effect === "lost" || effect === "stops");
    expect(kinds, `run ${run}`).toEqual([]);
    const second = await bringIn(other, exported);
    expect(withoutProject(await takeOut(other)), `run ${run}`).toBe(withoutProject(exported));
    await undoImport(owner, second, uuid());
  }
  expect(await everything()).toBe(before);
  const findings: unknown[] = [];
  const snapshot = await openSnapshot();
  await verifyData(snapshot, provider, (finding) => findings.push(finding));
  await snapshot.close();
  expect(findings).toEqual([]);
});
