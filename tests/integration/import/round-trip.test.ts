import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { ExportQuery } from "@/domain/contract/export";
import { json } from "@/domain/formats/json";
import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import { AnnotatedFormatError } from "@/domain/import/annotated/annotated-format";
import { saysoJson } from "@/domain/import/annotated/sayso/sayso-json";
import { ensureOwner } from "@/seeds/owner";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { verifyData } from "@/server/bulk/verify-data";
import { createProject } from "@/server/commands/create-project";
import { importAnnotated, reportAnnotated } from "@/server/commands/import-annotated";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { undoImport } from "@/server/commands/undo-import";
import { database } from "@/server/database/client";
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

/** All but what names the project it is in, and the version that wrote it. */
const withoutProject = (text: string) => text.replace(/^"(?:project|app)": [^\n]*\n/gm, "");

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
    "TargetAlias",
    "SpeakerDistinction",
    "TargetDistinction",
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

/** What is computed from other rows at each export: not data, and compared where a whole export is. */
const withoutComputed = (text: string) =>
  withoutProject(text)
    .replace(/"stale":(true|false)/g, "")
    .replace(/"taken_from":\{[^}]*\}/g, "");

/** The first line that differs, for a whole file is too much to read. */
function expectSame(found: string, wanted: string, run: number): void {
  if (found === wanted) return;
  const [lines, others] = [found.split("\n"), wanted.split("\n")];
  const at = lines.findIndex((line, index) => line !== others[index]);
  expect(lines[at], `run ${run}, line ${at + 1}`).toBe(others[at]);
}

const RUNS = provider === "sqlite" ? trials(200) : 6;
/** Of so many runs one is also taken out, and its export brought into another project. */
const WHOLE_EACH = provider === "sqlite" ? 10 : 1;

test(`${RUNS} projects come out as they went in, and undoing leaves nothing`, { timeout: 120_000 }, async () => {
  const random = seededRandom("round trip");
  for (let run = 0; run < RUNS; run++) {
    const file = await fileOf(generateDataset(random));
    const [one, other] = [await makeProject(), run % WHOLE_EACH === 0 ? await makeProject() : null];
    const before = other && (await everything());
    const first = await bringIn(one, file);
    const exported = await takeOut(one);
    // PostgreSQL sorts names by its own language's rules.
    if (provider === "sqlite") expectSame(withoutComputed(exported), withoutComputed(file), run);
    if (!other) continue;
    await undoImport(owner, first, uuid());
    expect((await everything()) === before, `run ${run}: all is as before`).toBe(true);
    const report = await reportAnnotated(owner, other, CHOICES, () => sourceOf(exported));
    expect(report.groups.filter(({ effect }) => effect === "lost" || effect === "stops")).toEqual([]);
    await bringIn(other, exported);
    expectSame(withoutProject(await takeOut(other)), withoutProject(exported), run);
  }
  const findings: unknown[] = [];
  const snapshot = await openSnapshot();
  await verifyData(snapshot, provider, (finding) => findings.push(finding));
  await snapshot.close();
  expect(findings).toEqual([]);
});

test("what fails on the way leaves nothing: while it is read, and in the middle of being written", async () => {
  const projectId = await makeProject();
  const before = await everything();
  const file = await fileOf(generateDataset(seededRandom("failing import")));
  const source = sourceOf(file);
  async function* broken(): AsyncGenerator<AnnotatedPart> {
    yield* source.parts;
    throw new AnnotatedFormatError("It breaks off.");
  }
  const input = { ...CHOICES, operationId: uuid(), id: uuid(), digest: null };
  const read = importAnnotated(owner, projectId, input, () => ({ format: "json", parts: broken() }));
  await expect(read).rejects.toThrow("It breaks off.");
  expect((await everything()) === before).toBe(true);

  // The last of more documents than are written at once is one that the database refuses.
  async function* refused(): AsyncGenerator<AnnotatedPart> {
    const parts: AnnotatedPart[] = [];
    for await (const part of sourceOf(file).parts) parts.push(part);
    const [found] = parts.flatMap((part) => (part.part === "document" ? [part.document] : []));
    if (!found) throw new Error("There is no document.");
    const passes = found.passes.slice(0, 1).map((pass) => ({ ...pass, id: null, statements: [] }));
    yield* parts.filter(({ part }) => part === "speaker" || part === "target" || part === "codebook");
    for (let at = 0; at < 40; at++) {
      const state = (at === 39 ? "no state" : "submitted") as "submitted";
      const own = passes.map((pass) => ({ ...pass, state }));
      const nothing = { rulings: [], comments: [], groups: [], replaces: null, sha256: null };
      const document = { ...found, ...nothing, id: null, key: `${at}`, text: `Text ${at}.`, passes: own };
      yield { part: "document", document };
    }
  }
  const again = { ...input, operationId: uuid(), id: uuid() };
  const written = importAnnotated(owner, projectId, again, () => ({ format: "json", parts: refused() }));
  await expect(written).rejects.toThrow(/outside its list|check/i);
  expect((await everything()) === before).toBe(true);
  expect(await database().import.count({ where: { projectId } })).toBe(0);
});
