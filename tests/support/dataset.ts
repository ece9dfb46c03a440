import { readFileSync } from "node:fs";
import fc from "fast-check";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { DatasetArticle, DatasetAssignment } from "@/domain/formats/dataset";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { makeSpan } from "@/domain/text/spans";
import { parseReading } from "@/seeds/sample/parse-reading";
import { speakers, targets } from "@/seeds/sample/registry";
import type { FlatDataset } from "./flat-dataset";
import { hostileText } from "./hostile-text";

/** A valid id from a kind and a number; the same arguments give the same id. */
export function testId(kind: number, number: number): string {
  return `00000000-0000-7000-8${String(kind).padStart(3, "0")}-${number.toString(16).padStart(12, "0")}`;
}

const OUTLET = testId(1, 0);
const speakerIds: Record<string, string> = {
  outlet: OUTLET,
  ...Object.fromEntries(Object.keys(speakers).map((key, index) => [key, testId(1, index + 1)])),
};
const targetIds = Object.fromEntries(Object.keys(targets).map((key, index) => [key, testId(2, index)]));

function registryOf(nameOf: (name: string) => string): FlatDataset["registry"] {
  const named = { outlet: { name: "The article", kind: "outlet", aliases: [] }, ...speakers };
  return {
    speakers: Object.entries(named).map(([key, speaker]) => ({
      id: speakerIds[key] as string,
      name: nameOf(speaker.name),
      kind: speaker.kind,
      aliases: [...speaker.aliases],
      roleTitle: null,
      organisationId: null,
      sector: null,
      function: null,
      country: null,
      notes: null,
      externalIds: {},
      affiliations: [],
      fixed: key === "outlet",
      mergedIntoId: null,
    })),
    targets: Object.entries(targets).map(([key, name]) => ({
      id: targetIds[key] as string,
      key,
      name: nameOf(name),
      description: null,
      proposed: false,
      mergedIntoId: null,
    })),
  };
}

const REST = {
  choices: { layers: "both", people: "pseudonyms", times: "exact" },
  rulings: [],
  comments: [],
  groups: [],
  events: [],
} satisfies Partial<FlatDataset>;

function documentOf(number: number, text: string, title: string): DatasetArticle {
  return {
    id: testId(3, number),
    title,
    outlet: null,
    author: null,
    published: null,
    url: null,
    language: "en",
    length: new DocumentText(text).length,
    sha256: "",
    replacesId: null,
    createdAt: "2022-02-01T00:00:00.000Z",
    text,
  };
}

function assignmentOf(number: number, document: DatasetArticle, annotator: string): DatasetAssignment {
  return {
    id: testId(4, number),
    documentId: document.id,
    kind: annotator === "gold" ? "adjudication" : "annotation",
    state: "submitted",
    submittedAt: "2022-02-01T00:00:00.000Z",
    unblindedAt: null,
    suggestionsShownAt: null,
    revision: 3,
    annotator,
    blind: annotator !== "gold",
    withSuggestions: false,
  };
}

function statementOf(id: string, assignmentId: string, content: StatementContent): Statement {
  return {
    ...content,
    id,
    assignmentId,
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: "2022-02-01T00:00:00.000Z",
    updatedAt: "2022-02-01T00:00:00.000Z",
  };
}

/** The sample article with readings A and B. Hashes are left to the caller. */
export function sampleDataset(): FlatDataset {
  const load = (name: string) => readFileSync(new URL(`../../seeds/sample/${name}`, import.meta.url), "utf8");
  const document = documentOf(0, normaliseText(load("article.txt")), "Kazakhstan answers the European Parliament");
  const text = new DocumentText(document.text);
  const assignments = ["annotator-1", "annotator-2"].map((name, index) => assignmentOf(index, document, name));
  return {
    project: { id: testId(9, 0), name: "Kazakhstan, January 2022" },
    codebooks: [{ version: 1, content: defaultCodebook }],
    registry: registryOf((name) => name),
    documents: [document],
    assignments,
    statements: ["a", "b"].flatMap((name, index) =>
      parseReading(JSON.parse(load(`reading-${name}.json`)), {
        text,
        speakerIds,
        targetIds,
        statementId: (key) => testId(5 + index, Number(key.slice(1))),
      }).map(({ id, content }) => statementOf(id, assignments[index]?.id as string, content)),
    ),
    origins: new Map(),
    ...REST,
  };
}

/** Text that may be stored; at least one character. */
const storable = hostileText.filter((text) => !text.includes("\0")).map((text) => normaliseText(text) || "👍");

const statementPlan = fc.record({
  positions: fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
  roles: fc.array(fc.constantFrom("content", "source"), { maxLength: 3 }),
  speakers: fc.array(fc.constantFrom(...Object.values(speakerIds)), { maxLength: 3 }),
  targets: fc.uniqueArray(fc.constantFrom(...Object.values(targetIds)), { maxLength: 3 }),
  value: fc.constantFrom("oppose", "mixed", null),
  form: fc.constantFrom("direct", "none"),
  frame: fc.subarray(["conflict", "economic"]),
  flag: fc.boolean(),
  note: storable,
});

/** Cuts the text at the positions and gives every other piece a role, so that fragments never overlap. */
function contentOf(
  text: DocumentText,
  plan: typeof statementPlan extends fc.Arbitrary<infer T> ? T : never,
): StatementContent {
  const cuts = [...new Set([0, ...plan.positions.map((position) => position % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  const spans = cuts.slice(1).flatMap((end, index) => {
    const role = index === 0 ? "content" : plan.roles[index - 1];
    return role ? [makeSpan(text, role, { start: cuts[index] as number, end })] : [];
  });
  const chain = plan.speakers.length > 0 ? [OUTLET, ...plan.speakers] : [];
  return {
    spans,
    speakerId: chain.at(-1) ?? null,
    chain,
    stances: plan.targets.map((targetId) => ({ targetId, value: plan.value, basis: plan.value && "explicit" })),
    fields: { form: plan.form, frame: plan.frame, anonymity_stated: plan.flag },
    confidence: plan.flag ? "sure" : "unsure",
    unsureComment: plan.note,
    note: plan.note,
    parentId: null,
    sameClaimAsId: null,
  };
}

/** Datasets whose texts, titles, names and notes break whoever is careless. Hashes are left to the caller. */
export const hostileDataset: fc.Arbitrary<FlatDataset> = fc
  .record({
    texts: fc.array(storable, { minLength: 4, maxLength: 10 }),
    title: storable,
    plans: fc.array(statementPlan, { minLength: 40, maxLength: 60 }),
  })
  .map(({ texts, title, plans }) => {
    const documents = texts.map((text, index) => documentOf(index, text, title));
    const assignments = documents.flatMap((document, index) => [
      assignmentOf(2 * index, document, "annotator-1"),
      assignmentOf(2 * index + 1, document, "gold"),
    ]);
    return {
      project: { id: testId(9, 0), name: title },
      codebooks: [{ version: 1, content: defaultCodebook }],
      registry: registryOf((name) => `${title}${name}`),
      documents,
      assignments,
      statements: plans.map((plan, index) => {
        const assignment = assignments[index % assignments.length] as DatasetAssignment;
        const document = documents.find((one) => one.id === assignment.documentId) as DatasetArticle;
        return statementOf(testId(7, index), assignment.id, contentOf(new DocumentText(document.text), plan));
      }),
      origins: new Map(),
      ...REST,
    };
  });
