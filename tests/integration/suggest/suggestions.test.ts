import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { ExportQuery } from "@/domain/contract/export";
import type { SuggestionsInput } from "@/domain/contract/suggestions";
import { spansInRole } from "@/domain/text/spans";
import type { Actor } from "@/server/auth/actor";
import { changeProjectSettings } from "@/server/commands/change-project-settings";
import { createStatement } from "@/server/commands/create-statement";
import { dismissSuggestion, withdrawDismissal } from "@/server/commands/dismiss-suggestion";
import { showSuggestions } from "@/server/commands/show-suggestions";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { suggestStatements } from "@/server/commands/suggest-statements";
import { writeSuggestions } from "@/server/commands/write-suggestions";
import { database } from "@/server/database/client";
import { exportDataset } from "@/server/queries/export-dataset";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { getExportPreview } from "@/server/queries/get-export-preview";
import { getProjectSettings } from "@/server/queries/get-project-settings";
import { getReviewView } from "@/server/queries/get-review-view";
import { getSuggestions } from "@/server/queries/get-suggestions";
import { createTestDatabase } from "../../support/database";
import { readInPython } from "../../support/read-in-python";
import {
  addDocument,
  assign,
  contentOver,
  HOSTILE_TEXT,
  makeActor,
  type Sample,
  seedSample,
  textOf,
} from "../../support/sample";

// What a beforeAll returns runs after the last test.
beforeAll(async () => (await createTestDatabase("sample")).close);

let sample: Sample;
let text: string;

beforeAll(async () => {
  sample = await seedSample();
  text = await textOf(sample.documentId);
});

const once = () => ({ operationId: uuid() });

/** A new annotator with an assignment of their own on the sample's article. */
async function newcomer(documentId = sample.documentId): Promise<{ actor: Actor; assignmentId: string }> {
  const actor = await makeActor(sample, "annotator");
  return { actor, assignmentId: await assign(sample, documentId, actor) };
}

const listFor = ({ actor, assignmentId }: { actor: Actor; assignmentId: string }, documentId = sample.documentId) =>
  getSuggestions(actor, documentId, { assignment: assignmentId });

function agentInput(quotes: readonly string[], of = text): SuggestionsInput {
  const statements = quotes.map((quote) => {
    const { confidence: _, parentId: __, sameClaimAsId: ___, ...content } = contentOver(of, quote);
    return { id: uuid(), content, score: 0.5, reason: "model says so" };
  });
  return { ...once(), agent: { name: "tagger", version: "2.1" }, statements };
}

describe("the built-in finder", () => {
  test("is not run and shows nothing until somebody asks; then its assignment names agent and version", async () => {
    const person = await newcomer();
    expect(await database().assignment.count({ where: { kind: "suggestion" } })).toBe(0);
    await expect(listFor(person)).rejects.toMatchObject({ status: 409, code: "suggestions_not_shown" });

    const { assignment } = await showSuggestions(person.actor, person.assignmentId, once());
    expect(assignment).toMatchObject({ state: "assigned", revision: 1, unblindedAt: null });
    expect(assignment.suggestionsShownAt).not.toBeNull();
    const { items, notice } = await listFor(person);
    expect(items).toHaveLength(11);
    expect(notice).toBeNull();
    expect(new Set(items.map((item) => `${item.agent.name}@${item.agent.version}`))).toEqual(
      new Set(["sayso@rules-en 1"]),
    );
    for (const { score, reason, dismissed, content } of items) {
      expect(score).toBeGreaterThan(0);
      expect(reason).toMatch(/^[a-z_]+$/);
      expect(dismissed).toBe(false);
      for (const span of content.spans) expect([...text].slice(span.start, span.end).join("")).toBe(span.quote);
    }
    const ministry = sample.speakerId("Ministry of Foreign Affairs of Kazakhstan");
    expect(items[0]?.content).toMatchObject({
      speakerId: ministry,
      chain: [sample.speakerId("outlet"), ministry],
      // What it is about is proposed, never where the speaker stands.
      stances: [{ targetId: sample.targetId("T1"), value: null, basis: null }],
    });
    expect(
      items.flatMap(({ content }) => content.stances).every(({ value, basis }) => value === null && basis === null),
    ).toBe(true);
    const row = await database().assignment.findFirstOrThrow({ where: { kind: "suggestion" } });
    expect(row).toMatchObject({ userId: null, agentName: "sayso", agentVersion: "rules-en 1", state: "submitted" });
  });

  test("runs once for a document and version, however many ask at once; the event names it as actor", async () => {
    const documentId = await addDocument(sample, "“It is over,” said the mayor.");
    const document = await database().document.findUniqueOrThrow({ where: { id: documentId } });
    await Promise.all([suggestStatements(document), suggestStatements(document), suggestStatements(document)]);
    const assignments = await database().assignment.findMany({ where: { documentId }, include: { statements: true } });
    expect(assignments).toHaveLength(1);
    expect(assignments[0]?.statements).toHaveLength(1);
    const events = await database().event.findMany({ where: { subjectId: assignments[0]?.id } });
    expect(events.map(({ actor, action }) => [actor, action])).toEqual([
      ["agent:sayso@rules-en 1", "suggestions.written"],
    ]);
  });

  test("says so where it has no rules for the language", async () => {
    const documentId = await addDocument(sample, HOSTILE_TEXT);
    await database().document.update({ where: { id: documentId }, data: { language: "kk" } });
    const person = await newcomer(documentId);
    await showSuggestions(person.actor, person.assignmentId, once());
    const { notice } = await listFor(person, documentId);
    expect(notice).toContain("no rules for this language (kk) yet");
  });

  test("looks at a million characters", async () => {
    const long = Array.from({ length: 400 }, () => text).join("\n\n");
    const documentId = await addDocument(sample, long);
    const document = await database().document.findUniqueOrThrow({ where: { id: documentId } });
    await suggestStatements(document);
    const [assignment] = await database().assignment.findMany({
      where: { documentId },
      include: { _count: { select: { statements: true } } },
    });
    expect(assignment?._count.statements).toBeGreaterThan(4_000);
    expect(assignment?._count.statements).toBeLessThanOrEqual(5_000);
  });
});

describe("blindness", () => {
  test("suggestions hold nobody's reading, and nobody's dismissals but one's own", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    await showSuggestions(one.actor, one.assignmentId, once());
    const [first, second] = (await listFor(one)).items;
    if (!first || !second) throw new Error("The article has suggestions.");
    await dismissSuggestion(one.actor, one.assignmentId, { ...once(), suggestionId: first.id });
    const content = second.content;
    await createStatement(one.actor, one.assignmentId, { ...once(), id: uuid(), content, derivedFromId: second.id });

    await showSuggestions(other.actor, other.assignmentId, once());
    const { items } = await listFor(other);
    expect(items).toHaveLength(11);
    expect(items.every((item) => !item.dismissed)).toBe(true);
    expect((await listFor(one)).items.filter((item) => item.dismissed).map((item) => item.id)).toEqual([first.id]);
  });

  test("another's assignment, another document's and a stranger's give nothing away", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    await showSuggestions(one.actor, one.assignmentId, once());
    const stranger = await makeActor(sample, null);
    const elsewhere = await addDocument(sample, HOSTILE_TEXT);
    for (const attempt of [
      () => getSuggestions(other.actor, sample.documentId, { assignment: one.assignmentId }),
      () => getSuggestions(stranger, sample.documentId, { assignment: one.assignmentId }),
      () => getSuggestions(stranger, sample.documentId, {}),
      () => getSuggestions(one.actor, elsewhere, { assignment: one.assignmentId }),
      () => showSuggestions(other.actor, one.assignmentId, once()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404, code: "not_found" });
    }
    await expect(getSuggestions(one.actor, sample.documentId, {})).rejects.toMatchObject({ status: 403 });
  });

  test("a manager reads them all, but not while reading the document blind", async () => {
    const query = getSuggestions(sample.owner, sample.documentId, {});
    await expect(query).rejects.toMatchObject({ status: 409, code: "own_reading_unfinished" });
    const documentId = await addDocument(sample, "“It is over,” said the mayor.");
    const manager = await makeActor(sample, "manager");
    await writeSuggestions(manager, documentId, agentInput(["It is over"], "“It is over,” said the mayor."));
    expect((await getSuggestions(manager, documentId, {})).items).toHaveLength(1);
  });

  test("a statement may come only from a suggestion of its document that its holder was shown", async () => {
    const [one, unasked] = [await newcomer(), await newcomer()];
    await showSuggestions(one.actor, one.assignmentId, once());
    const [suggestion] = (await listFor(one)).items;
    const reading = await database().statement.findFirstOrThrow({ where: { assignmentId: sample.readingIds[0] } });
    const content = contentOver(text, "protests began in Kazakhstan");
    const create = (person: typeof one, derivedFromId: string | undefined) =>
      createStatement(person.actor, person.assignmentId, { ...once(), id: uuid(), content, derivedFromId });
    for (const attempt of [
      () => create(unasked, suggestion?.id),
      () => create(one, reading.id),
      () => create(one, uuid()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 422, code: "unknown_suggestion" });
    }
    expect((await create(one, suggestion?.id)).statement.derivedFromId).toBe(suggestion?.id);
  });
});

describe("dismissing", () => {
  test("is kept, can be withdrawn and repeated, and is done once however often it is sent", async () => {
    const person = await newcomer();
    await showSuggestions(person.actor, person.assignmentId, once());
    const suggestion = (await listFor(person)).items.at(-1);
    const input = { ...once(), suggestionId: suggestion?.id ?? "" };
    const isDismissed = async () => (await listFor(person)).items.at(-1)?.dismissed;
    await dismissSuggestion(person.actor, person.assignmentId, input);
    await dismissSuggestion(person.actor, person.assignmentId, input);
    expect(await isDismissed()).toBe(true);
    await withdrawDismissal(person.actor, person.assignmentId, { ...input, ...once() });
    expect(await isDismissed()).toBe(false);
    await dismissSuggestion(person.actor, person.assignmentId, { ...input, ...once() });
    expect(await isDismissed()).toBe(true);
    const events = await database().event.findMany({
      where: { subjectId: input.suggestionId },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "suggestion.dismissed",
      "suggestion.dismissal_withdrawn",
      "suggestion.dismissed",
    ]);
  });
});

describe("the project's setting", () => {
  test("off hides suggestions from everybody, also from who asked before; only a manager sets it", async () => {
    const person = await newcomer();
    await showSuggestions(person.actor, person.assignmentId, once());
    const set = (actor: Actor, suggestions: "off" | "on_request" | "shown") =>
      changeProjectSettings(actor, sample.projectId, { ...once(), suggestions });
    await expect(set(person.actor, "off")).rejects.toMatchObject({ status: 403 });
    expect(await getAnnotationView(person.actor, person.assignmentId)).toMatchObject({ suggestions: "on_request" });
    await set(sample.owner, "off");
    await expect(listFor(person)).rejects.toMatchObject({ status: 403, code: "suggestions_off" });
    await expect(showSuggestions(person.actor, person.assignmentId, once())).rejects.toMatchObject({
      code: "suggestions_off",
    });
    expect(await getProjectSettings(sample.owner, sample.projectId)).toEqual({ suggestions: "off" });
    await expect(getProjectSettings(person.actor, sample.projectId)).rejects.toMatchObject({ status: 403 });
    await set(sample.owner, "shown");
    expect(await getAnnotationView(person.actor, person.assignmentId)).toMatchObject({ suggestions: "shown" });
    await set(sample.owner, "on_request");
  });

  test("nobody asks for suggestions after submitting", async () => {
    const person = await newcomer();
    await submitAssignment(person.actor, person.assignmentId, { ...once(), revision: 1 });
    const refusal = showSuggestions(person.actor, person.assignmentId, once());
    await expect(refusal).rejects.toMatchObject({ status: 409, code: "assignment_submitted" });
  });
});

describe("the export", () => {
  test("says where each accepted statement comes from and what became of it, and holds the suggestions if asked", async () => {
    const words = "“It is over,” said the mayor. “We will stay,” said the baker.";
    const documentId = await addDocument(sample, words);
    const person = await newcomer(documentId);
    await showSuggestions(person.actor, person.assignmentId, once());
    const [first, second] = (await listFor(person, documentId)).items;
    if (!first || !second) throw new Error("Two people are quoted.");
    const outlet = sample.speakerId("outlet");
    const whole = { speakerId: outlet, chain: [outlet] };
    const accept = (suggestion: typeof first, change: object) =>
      createStatement(person.actor, person.assignmentId, {
        ...once(),
        id: uuid(),
        content: {
          ...suggestion.content,
          ...whole,
          ...change,
        },
        derivedFromId: suggestion.id,
      });
    const filled = { fields: { ...first.content.fields, sourcing: "unnamed_described" } };
    const kept = await accept(first, filled);
    const altered = await accept(second, { fields: { form: "indirect", sourcing: "unnamed_described" } });
    await submitAssignment(person.actor, person.assignmentId, { ...once(), revision: altered.assignment.revision });

    const manager = await makeActor(sample, "manager");
    const download = async (format: "json" | "csv", layers: "annotation" | "all") =>
      (await exportDataset(manager, sample.projectId, ExportQuery.parse({ format, layers }))).text();
    const readings = JSON.parse(await download("json", "annotation"));
    const byId = (data: typeof readings, id: string) => data.statements.find((one: { id: string }) => one.id === id);
    const origin = { agent: "sayso", version: "rules-en 1", score: first.score, reason: first.reason };
    expect(byId(readings, kept.statement.id)).toMatchObject({
      derived_from_id: null,
      origin: { ...origin, suggestion_id: first.id, changed: false },
    });
    expect(byId(readings, altered.statement.id).origin).toMatchObject({ suggestion_id: second.id, changed: true });
    const reading = readings.assignments.find((one: { id: string }) => one.id === person.assignmentId);
    expect(reading).toMatchObject({ with_suggestions: true, blind: true });
    const { readings: reviewed } = await getReviewView(manager, documentId);
    expect(reviewed).toMatchObject([{ assignmentId: person.assignmentId, withSuggestions: true }]);
    const asked = ExportQuery.parse({ format: "json", layers: "annotation" });
    const flags = readings.assignments.filter((one: { with_suggestions: boolean }) => one.with_suggestions);
    expect((await getExportPreview(manager, sample.projectId, asked)).readingsWithSuggestions).toBe(flags.length);

    const all = JSON.parse(await download("json", "all"));
    expect(byId(all, kept.statement.id).derived_from_id).toBe(first.id);
    const layer = all.assignments.find((one: { id: string }) => one.id === byId(all, first.id).assignment_id);
    expect(layer).toMatchObject({ kind: "suggestion", annotator: "agent:sayso@rules-en 1", blind: false });
    await readInPython({ "all.json": JSON.stringify(all), "all.csv": await download("csv", "all") });
    await readInPython({ "some.json": JSON.stringify(readings), "some.csv": await download("csv", "annotation") });
  });
});

describe("an agent from outside", () => {
  test("writes under its own name and version, all of it or nothing, and adds more in further calls", async () => {
    const documentId = await addDocument(sample, HOSTILE_TEXT);
    const hostile = await textOf(documentId);
    const input = agentInput(["“naïve”", "𝒳 «да»"], hostile);
    const written = await writeSuggestions(sample.owner, documentId, input);
    expect(written.statements.map(({ id }) => id)).toEqual(input.statements.map(({ id }) => id));
    expect(written.statements[0]?.problems.every(({ severity }) => severity === "incomplete")).toBe(true);
    expect(await writeSuggestions(sample.owner, documentId, input)).toEqual(written);
    const more = await writeSuggestions(sample.owner, documentId, agentInput(["abc"], hostile));
    expect(more.assignmentId).toBe(written.assignmentId);

    const wrong = agentInput(["naïve", "said", "and"], hostile);
    const [, second, third] = wrong.statements;
    if (second?.content.spans[0]) second.content.spans[0].quote = "told";
    if (third) third.content.fields = { sourcing: "hearsay" };
    await expect(writeSuggestions(sample.owner, documentId, wrong)).rejects.toMatchObject({
      status: 422,
      code: "invalid_suggestions",
      extra: {
        errors: [
          { path: expect.stringMatching(/^statements\.1\.content\.spans\.0/) },
          { path: expect.stringMatching(/^statements\.2\.content\.fields\.sourcing/) },
        ],
      },
    });
    const person = await newcomer(documentId);
    await showSuggestions(person.actor, person.assignmentId, once());
    const { items } = await listFor(person, documentId);
    const theirs = items.filter((item) => item.agent.name === "tagger");
    expect(theirs.map((item) => spansInRole(item.content.spans, "content")[0]?.quote)).toEqual([
      "“naïve”",
      "abc",
      "𝒳 «да»",
    ]);
    expect(theirs[0]).toMatchObject({ score: 0.5, reason: "model says so", agent: { version: "2.1" } });
    const event = await database().event.findUniqueOrThrow({ where: { operationId: input.operationId } });
    expect(event.actor).toMatch(/^agent:tagger@2\.1 ann_[a-z2-7]{10}$/);
  });

  test("is refused to others than managers, under the finder's name, with an id that exists, for a foreign project", async () => {
    const input = () => agentInput(["protests began in Kazakhstan"]);
    const annotator = await makeActor(sample, "annotator");
    const stranger = await makeActor(sample, null);
    const write = (actor: Actor, body: SuggestionsInput) => writeSuggestions(actor, sample.documentId, body);
    await expect(write(annotator, input())).rejects.toMatchObject({ status: 403 });
    await expect(write(stranger, input())).rejects.toMatchObject({ status: 404 });
    const posing = { ...input(), agent: { name: "Sayso", version: "rules-en 1" } };
    await expect(write(sample.owner, posing)).rejects.toMatchObject({ status: 403, code: "agent_reserved" });
    const first = input();
    await write(sample.owner, first);
    const again = { ...input(), statements: first.statements };
    await expect(write(sample.owner, again)).rejects.toMatchObject({ status: 409, code: "id_taken" });
  });
});
