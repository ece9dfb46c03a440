import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import type { Actor } from "@/server/auth/actor";
import { openSnapshot } from "@/server/bulk/snapshot";
import { createProject } from "@/server/commands/create-project";
import { createSpeaker } from "@/server/commands/create-speaker";
import { publishCodebook } from "@/server/commands/publish-codebook";
import { changeEntryState } from "@/server/commands/registry/change-entry-state";
import { changeSpeaker } from "@/server/commands/registry/change-speaker";
import { changeTarget } from "@/server/commands/registry/change-target";
import { importRegistry } from "@/server/commands/registry/import-registry";
import { mergeEntry } from "@/server/commands/registry/merge-entry";
import { undoImport } from "@/server/commands/undo-import";
import { database } from "@/server/database/client";
import { exportRegistry } from "@/server/queries/registry/export-registry";
import { getSpeaker, getTarget } from "@/server/queries/registry/get-entry";
import { previewRegistryImport } from "@/server/queries/registry/preview-registry-import";
import { createTestDatabase } from "../../support/database";
import { makeActor, type Sample, seedSample } from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let owner: Actor;

beforeAll(async () => {
  sample = await seedSample();
  owner = sample.owner;
});

const HOSTILE = '=“Ана”; 👩‍👩‍👧\u202Eabc, "q"\nמרים';

async function makeProject(): Promise<string> {
  const id = uuid();
  await createProject(owner, { operationId: uuid(), id, name: "Other", outletId: uuid(), unknownId: uuid() });
  const version = { operationId: uuid(), id: uuid(), message: "First", content: defaultCodebook };
  await publishCodebook(owner, id, version);
  return id;
}

const take = async (list: RegistryListName, projectId = sample.projectId, cells: "raw" | "spreadsheet" = "raw") =>
  (await exportRegistry(owner, projectId, { list, cells }, new Date())).text();
const table = (list: RegistryListName, text: string, cells: "raw" | "spreadsheet" = "raw") => ({
  ...{ list, cells },
  base64: Buffer.from(text).toString("base64"),
});
const bring = (list: RegistryListName, text: string, projectId = sample.projectId) =>
  importRegistry(owner, projectId, { ...table(list, text), operationId: uuid(), id: uuid(), digest: null });

/** Everything the registry's tables hold. */
async function stored(): Promise<unknown> {
  const snapshot = await openSnapshot();
  const found: unknown[] = [];
  for (const name of ["Speaker", "Target"]) {
    const rows = await snapshot.query(`SELECT * FROM "${name}" ORDER BY "id"`);
    found.push(rows.map(({ revision: _, ...row }) => row));
  }
  for (const [name, columns] of [
    ["SpeakerAlias", '"speakerId", "name"'],
    ["Affiliation", '"speakerId", "organisationId", "roleTitle", "validFrom", "validTo"'],
    ["TargetAlias", '"targetId", "name"'],
    ["TargetPlace", '"targetId", "broaderId"'],
  ]) {
    found.push(await snapshot.query(`SELECT ${columns} FROM "${name}" ORDER BY ${columns}`));
  }
  await snapshot.close();
  return found;
}

test("a registry comes back whole from its files, in another project too, and undoing leaves nothing of it", async () => {
  const ministry = uuid();
  const inputs = [
    { id: ministry, name: "Ministry", kind: "organisation" },
    { id: uuid(), name: HOSTILE, kind: "person" },
    { id: uuid(), name: "Merged", kind: "person" },
    { id: uuid(), name: "Refused", kind: "person" },
  ];
  for (const input of inputs) {
    await createSpeaker(owner, sample.projectId, {
      ...{ ...input, operationId: uuid(), roleTitle: null, sector: null, country: null, aliases: [] },
    });
  }
  const [, hostile, merged, refused] = inputs.map(({ id }) => ({ projectId: sample.projectId, entryId: id }));
  if (!hostile || !merged || !refused) throw new Error("unreachable");
  const nothing = { operationId: uuid(), revision: 1, kind: "person", sector: null, function: null, country: null };
  await changeSpeaker(owner, hostile, {
    ...{
      ...nothing,
      name: HOSTILE,
      aliases: ["a\\b", "=c"],
      roleTitle: "'@x",
      organisationId: ministry,
      notes: "1\n2",
    },
    externalIds: { wikidata: "Q1", viaf: "7" },
    affiliations: [{ organisationId: ministry, roleTitle: "x; y", validFrom: "2020-01-01", validTo: null }],
  });
  const to = { operationId: uuid(), revision: 1, intoId: hostile.entryId, reason: "same" };
  await mergeEntry(owner, { ...merged, list: "speakers" }, to);
  const state = { operationId: uuid(), revision: 1, state: "retired" as const, reason: "" };
  await changeEntryState(owner, { ...refused, list: "speakers" }, state);
  const [t1, t2] = [sample.targetId("T1"), sample.targetId("T2")];
  await changeTarget(
    owner,
    { projectId: sample.projectId, entryId: t2 },
    {
      ...{
        operationId: uuid(),
        revision: 1,
        key: "T2",
        name: HOSTILE,
        description: null,
        aliases: ["=z"],
        broaderId: t1,
      },
    },
  );

  const files = { speakers: await take("speakers"), targets: await take("targets") };
  const other = await makeProject();
  const before = await stored();
  // Every id is another's here, so all of them get new ones: held against each other without them.
  const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "#");
  const made = [await bring("speakers", files.speakers, other), await bring("targets", files.targets, other)];
  for (const list of ["speakers", "targets"] as const) {
    expect(withoutIds(await take(list, other))).toBe(withoutIds(files[list]));
    const guarded = await take(list, other, "spreadsheet");
    const report = await previewRegistryImport(owner, other, table(list, guarded, "spreadsheet"));
    expect(report).toMatchObject({ importable: false, counts: {} });
  }
  for (const { id } of made) await undoImport(owner, id, uuid());
  expect(await stored()).toEqual(before);
});

test("what it changes is put back by undoing, unless somebody changed it since", async () => {
  const before = await stored();
  const rows = 'key,name,aliases,broader\nT3,Trams,"one\ntwo",\nT4,Buses,,Trams\n,Ferries,,Buses\n';
  const { id, counts } = await bring("targets", rows);
  expect(counts).toEqual({ targets: 1, targets_changed: 2 });
  const t4 = { projectId: sample.projectId, entryId: sample.targetId("T4") };
  const { entry } = await getTarget(owner, t4);
  expect(entry).toMatchObject({ name: "Buses", broaderId: sample.targetId("T3"), revision: 2 });
  expect((await getTarget(owner, { ...t4, entryId: sample.targetId("T3") })).entry.aliases).toEqual(["one", "two"]);
  const { id: _, mergedIntoId: __, proposed: ___, retired: ____, broaderId: _____, ...fields } = entry;
  const change = (name: string, revision: number) =>
    changeTarget(owner, t4, {
      ...fields,
      aliases: [],
      broaderId: entry.broaderId ?? null,
      operationId: uuid(),
      name,
      revision,
    });
  await change("Coaches", 2);
  await expect(undoImport(owner, id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  // Put back to what the import left, it can go.
  await change("Buses", 3);
  await undoImport(owner, id, uuid());
  expect(await stored()).toEqual(before);
  await expect(undoImport(owner, id, uuid())).rejects.toMatchObject({ code: "already_undone" });
});

test("is all or nothing, does what its report said, and is for managers", async () => {
  const before = await stored();
  await expect(bring("speakers", "name,kind\nNew,person\nOther,robot\n")).rejects.toMatchObject({
    code: "import_stopped",
    message: expect.stringContaining("Line 3"),
  });
  expect(await stored()).toEqual(before);
  const file = table("speakers", "name,kind\nFirst of them,person\n");
  const { digest } = await previewRegistryImport(owner, sample.projectId, file);
  const input = { ...file, operationId: uuid(), id: uuid(), digest };
  const [one, again] = await Promise.all([0, 1].map(() => importRegistry(owner, sample.projectId, input)));
  expect(again).toEqual(one);
  // The speaker is there now: the same file says something else.
  const next = { ...input, operationId: uuid(), id: uuid() };
  await expect(importRegistry(owner, sample.projectId, next)).rejects.toMatchObject({ code: "import_stopped" });
  const changing = { ...table("speakers", "name,kind,country\nFirst of them,person,KZ\n"), digest };
  await expect(
    importRegistry(owner, sample.projectId, { ...changing, operationId: uuid(), id: uuid() }),
  ).rejects.toMatchObject({ code: "report_changed" });
  const reviewer = await makeActor(sample, "reviewer");
  await expect(previewRegistryImport(reviewer, sample.projectId, file)).rejects.toMatchObject({ status: 403 });
  await expect(importRegistry(reviewer, sample.projectId, next)).rejects.toMatchObject({ status: 403 });
});

test("imports that follow each other are undone one after the other", async () => {
  const before = await stored();
  const first = await bring("speakers", "name,kind,organisation\nYounger,person,Newer\nNewer,organisation,\n");
  const second = await bring("speakers", "name,kind,country,aliases\nYounger,person,KZ,Y.\n");
  await expect(undoImport(owner, first.id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  await undoImport(owner, second.id, uuid());
  await undoImport(owner, first.id, uuid());
  expect(await stored()).toEqual(before);
});

test("stays once a statement names what it added", async () => {
  const { id } = await bring("speakers", "name,kind\nNamed,person\n");
  const added = await database().speaker.findFirstOrThrow({ where: { name: "Named" } });
  const statement = await database().statement.findFirstOrThrow({ where: { speakerId: { not: null } } });
  await database().statement.update({ where: { id: statement.id }, data: { speakerId: added.id } });
  await expect(undoImport(owner, id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  await database().statement.update({
    where: { id: statement.id },
    data: { speakerId: statement.speakerId, chain: [added.id, statement.speakerId] },
  });
  await expect(undoImport(owner, id, uuid())).rejects.toMatchObject({ code: "import_in_use" });
  expect((await getSpeaker(owner, { projectId: sample.projectId, entryId: added.id })).entry.name).toBe("Named");
});
