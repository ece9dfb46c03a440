import { readFileSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { explainCoefficient } from "@/domain/agreement/expert-measure";
import {
  AgreementQuery,
  AgreementTargetInput,
  AgreementView,
  CoefficientList,
  PassageQuery,
  ReportQuery,
  UnitsQuery,
} from "@/domain/contract/agreement";
import { DEFAULT_REASONS, DEFAULT_WEIGHTS } from "@/domain/review/review-settings";
import type { Actor } from "@/server/auth/actor";
import { changeAgreementTarget } from "@/server/commands/change-agreement-target";
import { changeReviewSettings } from "@/server/commands/change-review-settings";
import { createStatement } from "@/server/commands/create-statement";
import { reopenAssignment, submitAssignment } from "@/server/commands/submit-assignment";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { updateStatement } from "@/server/commands/update-statement";
import { database } from "@/server/database/client";
import { exportUnits } from "@/server/queries/agreement/export-units";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { getReliabilityReport } from "@/server/queries/agreement/get-reliability-report";
import { listCoefficients } from "@/server/queries/agreement/list-coefficients";
import { listPassages } from "@/server/queries/agreement/list-passages";
import { readProject } from "@/server/queries/agreement/project-readings";
import { getAnnotationView } from "@/server/queries/get-annotation-view";
import { createTestDatabase } from "../../support/database";
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

const expected = JSON.parse(readFileSync(new URL("../../golden/expected-a-vs-b.json", import.meta.url), "utf8"));

let sample: Sample;
/** Leads the project and reads nothing. */
let lead: Actor;

beforeAll(async () => {
  sample = await seedSample();
  lead = await makeActor(sample, "manager");
});

const ask = (actor: Actor, query: Record<string, string> = {}) =>
  getAgreement(actor, sample.projectId, AgreementQuery.parse(query));
const passages = (query: Record<string, string>, actor = lead) =>
  listPassages(actor, sample.projectId, PassageQuery.parse(query));
const attributeOf = (view: AgreementView, key: string) => {
  const found = view.figures.attributes.find((one) => one.key === key);
  if (!found) throw new Error(`No figures of ${key}.`);
  return found;
};

describe("the readings A and B of the sample", () => {
  test("have the figures that are expected of them", async () => {
    const view = await ask(lead);
    expect(AgreementView.parse(view)).toEqual(view);
    expect(view.figures.found.half.value).toBeCloseTo(expected.unit_F1, 4);
    expect(view.figures.aligned).toBe(expected.matched);
    const keys = { speaker: "speaker", form: "form", sourcing: "sourcing", claim_type: "claim_type" };
    for (const [key, name] of Object.entries({
      ...keys,
      stance: "primary_stance_value",
      target: "primary_stance_target",
    })) {
      const { n, percent, krippendorff_alpha_nominal: alpha, disagree } = expected.attributes[name];
      const found = attributeOf(view, key);
      expect(found.raw.value, key).toBeCloseTo(percent, 4);
      expect(found.pairs, key).toBe(n);
      // One label for everything: undefined would be a null, and the expectation says 1 only where labels vary.
      expect(found.nominal.value, key).toBeCloseTo(alpha, 4);
      const { total } = await passages({ about: key });
      expect(total, key).toBe(disagree.length);
    }
    expect(view.people?.pairs).toHaveLength(1);
    expect(view.people?.pairs[0]?.attributes.sourcing?.kappa.value).toBeCloseTo(
      expected.attributes.sourcing.cohen_kappa,
      4,
    );
  });

  test("each confusion opens its statements, with their words", async () => {
    const { confusions } = attributeOf(await ask(lead), "sourcing");
    for (const { a, b, count } of confusions) {
      const { items, total } = await passages({ about: "sourcing", a, b });
      expect(total).toBe(count);
      for (const { members } of items) {
        expect(members.map(({ label }) => label).sort()).toEqual([a, b].sort());
        for (const { quote } of members) expect(await textOf(sample.documentId)).toContain(quote);
      }
    }
    const missed = await passages({ about: "statements" });
    expect(missed.total).toBe(expected.only_A.length);
    expect(missed.items.every(({ missedBy }) => missedBy.length === 1)).toBe(true);
    expect((await passages({ about: "constructor", show: "all" })).total).toBe(0);
  });

  test("one annotator against the others: what they missed, and what they chose otherwise", async () => {
    const { people } = await ask(lead);
    for (const { annotator } of people?.perAnnotator ?? []) {
      expect((await passages({ about: "statements", by: annotator })).total).toBe(expected.only_A.length);
      const { disagree } = expected.attributes.sourcing;
      expect((await passages({ about: "sourcing", by: annotator })).total).toBe(disagree.length);
    }
    expect((await passages({ about: "sourcing", by: "nobody" })).total).toBe(0);
  });

  test("filters leave documents and passes out", async () => {
    const [annotator = ""] = (await ask(lead)).options.annotators;
    expect((await ask(lead, { annotators: annotator })).figures.found.half).toMatchObject({ value: null });
    expect((await ask(lead, { without: sample.readingIds[0] ?? "" })).marked).toMatchObject([{ leftOut: "chosen" }]);
    const nothing: Record<string, string>[] = [
      { outlet: "No such outlet" },
      { published_from: "2999-01-01" },
      { documents: uuid() },
    ];
    for (const none of nothing) expect((await ask(lead, none)).documentCount).toBe(0);
    expect((await ask(lead, { version: "99" })).passes).toBe(0);
    expect((await ask(lead, { finished_from: "2999-01-01" })).passes).toBe(0);
  });
});

describe("every coefficient", () => {
  const coefficients = async (query: Record<string, string> = {}, actor = lead) =>
    (await listCoefficients(actor, sample.projectId, AgreementQuery.parse(query))).items;

  test("of the sample: kappa as expected, alpha as in the figures, and sentences where there is none", async () => {
    const view = await ask(lead);
    const items = await coefficients();
    expect(CoefficientList.parse({ items })).toEqual({ items });
    expect(items.map(({ key }) => key)).toEqual(view.figures.attributes.map(({ key }) => key));
    const sourcing = items.find(({ key }) => key === "sourcing")?.coefficients ?? [];
    const of = (measure: string) => sourcing.find((one) => one.measure === measure)?.figure;
    expect(of("cohen")?.value).toBeCloseTo(expected.attributes.sourcing.cohen_kappa, 4);
    expect(of("alpha_nominal")).toEqual(attributeOf(view, "sourcing").nominal);
    expect(of("ac1")?.value).toBeCloseTo(attributeOf(view, "sourcing").ac1.value ?? 0, 9);
    expect(of("u_alpha")?.value).toBeGreaterThan(0);
    expect(of("model")).toMatchObject({ value: null, status: "not_computable" });
    for (const { measure, figure } of items.flatMap((one) => one.coefficients)) {
      expect(explainCoefficient(measure, figure) === null, measure).toBe(figure.status === "ok");
    }
  });

  test("of nobody, of one annotator and of what one may not see", async () => {
    const [annotator = ""] = (await ask(lead)).options.annotators;
    const nothing: Record<string, string>[] = [{ documents: uuid() }, { annotators: annotator }];
    for (const query of nothing) {
      const figures = (await coefficients(query)).flatMap((one) => one.coefficients.map(({ figure }) => figure));
      expect(figures.every(({ value, status }) => value === null && status !== "ok")).toBe(true);
    }
    await expect(coefficients({}, await makeActor(sample, "annotator"))).rejects.toMatchObject({ status: 403 });
    const unread = (await coefficients({}, sample.owner)).flatMap((one) => one.coefficients);
    expect(unread.every(({ figure }) => figure.units === 0 && figure.value === null)).toBe(true);
  });

  test("a month opens its own documents only", async () => {
    const [month] = (await ask(lead)).months;
    const differing = { about: "sourcing" };
    expect((await passages({ ...differing, month: month?.month ?? "" })).total).toBe((await passages(differing)).total);
    expect((await passages({ ...differing, month: "1999-01" })).total).toBe(0);
  });

  test("all passages of one annotator are those they had a part in", async () => {
    const [annotator = ""] = (await ask(lead)).options.annotators;
    const all = await passages({ about: "sourcing", show: "all" });
    expect((await passages({ about: "sourcing", show: "all", by: annotator })).total).toBe(all.total);
    expect(all.total).toBe(expected.matched);
  });
});

describe("who sees what", () => {
  test("strangers and annotators see nothing; reviewers no figure of a single annotator", async () => {
    await expect(ask(await makeActor(sample, null))).rejects.toMatchObject({ status: 404 });
    await expect(ask(await makeActor(sample, "annotator"))).rejects.toMatchObject({ status: 403 });
    await expect(passages({}, await makeActor(sample, "annotator"))).rejects.toMatchObject({ status: 403 });
    const view = await ask(await makeActor(sample, "reviewer"));
    expect(view.people).toBeNull();
    expect(view.figures.found.half.value).not.toBeNull();
  });

  test("a document that one is still to read blind is in no figure, count or list", async () => {
    const view = await ask(sample.owner);
    expect(view).toMatchObject({ documentCount: 0, passes: 0, marked: [], documents: [], months: [] });
    expect(view.options).toMatchObject({ documents: [], annotators: [] });
    expect(view.closed).toMatchObject([{ assignmentId: sample.ownAssignmentId }]);
    expect((await passages({ show: "all" }, sample.owner)).total).toBe(0);
    const documents = { documents: sample.documentId, show: "all" };
    expect((await passages(documents, sample.owner)).total).toBe(0);
  });
});

describe("passes", () => {
  test("finished and marked nothing counts, not finished does not", async () => {
    const documentId = await addDocument(sample, HOSTILE_TEXT);
    const text = await textOf(documentId);
    const [one, other, third] = [
      await makeActor(sample, "annotator"),
      await makeActor(sample, "annotator"),
      await makeActor(sample, "annotator"),
    ];
    const marking = await assign(sample, documentId, one);
    const content = wholeContentOver(sample, text, "“naïve”");
    await createStatement(one, marking, { operationId: uuid(), id: uuid(), content });
    await submitAssignment(one, marking, { operationId: uuid(), revision: 2 });
    const unfinished = await assign(sample, documentId, third);
    await createStatement(third, unfinished, { operationId: uuid(), id: uuid(), content });
    const only = { documents: documentId };
    expect((await ask(lead, only)).figures.found.half.value).toBeNull();

    const empty = await assign(sample, documentId, other);
    await submitAssignment(other, empty, { operationId: uuid(), revision: 1 });
    const view = await ask(lead, only);
    expect(view).toMatchObject({ passes: 2, emptyPasses: 1 });
    expect(view.figures.found.half.value).toBe(0);
    expect(view.documents).toMatchObject([{ missing: 1 }]);
  });

  test("one made after seeing others' work is marked, and counts only when asked for", async () => {
    const before = await ask(lead);
    const { assignment } = await unblindAssignment(sample.owner, sample.ownAssignmentId, {
      operationId: uuid(),
      revision: 1,
    });
    await submitAssignment(sample.owner, sample.ownAssignmentId, {
      operationId: uuid(),
      revision: assignment.revision,
    });
    const view = await ask(lead);
    expect(view.figures.found).toEqual(before.figures.found);
    expect(view.marked).toMatchObject([{ blind: false, leftOut: "not_blind", statements: 0 }]);
    const all = await ask(lead, { passes: "all", documents: sample.documentId });
    expect(all.passes).toBe(3);
    expect(all.figures.found.half.value).toBeLessThan(0.8);
    expect((await ask(lead, { passes: "all", without: sample.ownAssignmentId })).figures.found).toEqual(
      before.figures.found,
    );
  });

  test("an edit changes the figures at once, and only its document is read again", async () => {
    const project = await database().project.findUniqueOrThrow({ where: { id: sample.projectId } });
    const documentId = await addDocument(sample, HOSTILE_TEXT);
    const text = await textOf(documentId);
    const people = [await makeActor(sample, "annotator"), await makeActor(sample, "annotator")];
    const statementIds = [uuid(), uuid()];
    const assignmentIds: string[] = [];
    for (const [index, person] of people.entries()) {
      const assignmentId = await assign(sample, documentId, person);
      const content = wholeContentOver(sample, text, "“naïve”");
      await createStatement(person, assignmentId, { operationId: uuid(), id: statementIds[index] ?? "", content });
      await submitAssignment(person, assignmentId, { operationId: uuid(), revision: 2 });
      assignmentIds.push(assignmentId);
    }
    const only = { documents: documentId };
    expect(attributeOf(await ask(lead, only), "sourcing").raw.value).toBe(1);
    const known = await readProject(project);

    const [person, assignmentId, statementId] = [people[0], assignmentIds[0], statementIds[0]];
    if (!person || !assignmentId || !statementId) throw new Error("Nobody to edit.");
    await reopenAssignment(person, assignmentId, { operationId: uuid(), revision: 3 });
    expect((await ask(lead, only)).passes).toBe(1);
    const content = wholeContentOver(sample, text, "“naïve”");
    await updateStatement(person, statementId, {
      operationId: uuid(),
      revision: 1,
      content: { ...content, fields: { ...content.fields, sourcing: "document" } },
    });
    const { assignment } = await getAnnotationView(person, assignmentId);
    await submitAssignment(person, assignmentId, { operationId: uuid(), revision: assignment.revision });
    expect(attributeOf(await ask(lead, only), "sourcing").raw.value).toBe(0);
    const now = await readProject(project);
    for (const [id, document] of now.documents)
      expect(document === known.documents.get(id), id).toBe(id !== documentId);
  });
});

describe("names that reviewers are not to read", () => {
  test("neither a list nor a filter tells who made which pass", async () => {
    const reviewer = await makeActor(sample, "reviewer");
    const names = (await ask(reviewer)).options.annotators;
    expect(names.length).toBeGreaterThan(1);
    await changeReviewSettings(sample.owner, sample.projectId, {
      operationId: uuid(),
      weights: DEFAULT_WEIGHTS,
      reasons: [...DEFAULT_REASONS],
      names: "hidden",
    });
    const view = await ask(reviewer, { passes: "all", annotators: names[0] ?? "" });
    expect(view.options.annotators).toEqual([]);
    const answers = [
      JSON.stringify(view),
      JSON.stringify(await passages({ show: "all", pair: names.slice(0, 2).join(), by: names[0] ?? "" }, reviewer)),
      await (await report(reviewer, "html")).text(),
    ];
    for (const answer of answers) for (const name of names) expect(answer).not.toContain(name);
    expect(view.figures.found).toEqual((await ask(reviewer, { passes: "all" })).figures.found);
    await expect(exportUnits(reviewer, sample.projectId, UnitsQuery.parse({}))).rejects.toMatchObject({ status: 403 });
    // Who leads the project sees figures by annotator, by pseudonym, and no passage of theirs by it.
    expect((await ask(lead)).options.annotators).toEqual(names);
    expect(JSON.stringify(await passages({ show: "all" }))).not.toContain("ann_");
    await changeReviewSettings(sample.owner, sample.projectId, {
      operationId: uuid(),
      weights: DEFAULT_WEIGHTS,
      reasons: [...DEFAULT_REASONS],
      names: "pseudonyms",
    });
  });
});

const report = (actor: Actor, file: "html" | "markdown") =>
  getReliabilityReport(actor, sample.projectId, ReportQuery.parse({ file }));

test("figures are held against what the project demands, which its managers set", async () => {
  const target = { reliable: 0.9, tentative: 0.7 };
  const reviewer = await makeActor(sample, "reviewer");
  const change = (actor: Actor) => changeAgreementTarget(actor, sample.projectId, { operationId: uuid(), ...target });
  await expect(change(reviewer)).rejects.toMatchObject({ status: 403 });
  expect((await ask(reviewer)).target).toEqual({ reliable: 0.8, tentative: 0.667 });
  await change(lead);
  expect((await ask(reviewer)).target).toEqual(target);
  expect(AgreementTargetInput.safeParse({ operationId: uuid(), reliable: 0.6, tentative: 0.7 }).success).toBe(false);
});

describe("files", () => {
  test.each(["html", "markdown"] as const)(
    "the report as %s says every figure, how it is defined and what is left out",
    async (file) => {
      const answer = await report(lead, file);
      expect(answer.headers.get("content-disposition")).toMatch(
        /^attachment; filename="kazakhstan-january-2022-reliability-.*\.(html|md)"$/,
      );
      const text = await answer.text();
      for (const words of [
        "Krippendorff&#39;s α (ordinal, Krippendorff 2004)",
        "Span F1 (Hripcsak and Rothschild 2005) = ",
        "units = spans aligned by IoU ≥ .5",
        "delete-one-document jackknife",
        "Changes of the codebook",
        "Scott&#39;s π (Scott 1955) = ",
        "Definitions of all coefficients",
        "made after seeing others",
        "assigned and not finished",
      ])
        expect(text).toContain(file === "html" ? words : words.replaceAll("&#39;", "'"));
      expect(text).toMatch(/ann_[a-z2-7]{10}|ann\\_[a-z2-7]{10}/);
      expect(text).not.toContain("Ana Ågren");
    },
  );

  test("the units × annotators table has every passage, by the keys of its labels, and starts no formula", async () => {
    const read = async (query: Record<string, string> = {}) =>
      (await exportUnits(lead, sample.projectId, UnitsQuery.parse(query))).text();
    const only = { documents: sample.documentId };
    const [header = "", ...rows] = (await read(only)).trimEnd().split("\r\n");
    const columns = header.split(",");
    const sourcing = columns.flatMap((name, index) => (name.startsWith("sourcing.ann_") ? [index] : []));
    expect(sourcing).toHaveLength(2);
    expect(rows).toHaveLength(expected.n_A + expected.n_B - expected.matched);
    const pairs = rows.map((row) => row.split(",")).map((cells) => sourcing.map((index) => cells[index]));
    const both = pairs.filter(([a, b]) => a && b);
    expect(both).toHaveLength(expected.matched);
    expect(both.filter(([a, b]) => a === b)).toHaveLength(
      Math.round(expected.attributes.sourcing.percent * expected.matched),
    );
    expect(await read()).toContain(',"=Hostile, “quoted”",');
    expect(await read({ cells: "spreadsheet" })).toContain(`,"'=Hostile, “quoted”",`);
  });
});
