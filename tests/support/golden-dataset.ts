import { createHash } from "node:crypto";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { DatasetArticle, DatasetAssignment } from "@/domain/formats/dataset";
import { emptyContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { makeSpan } from "@/domain/text/spans";
import { testId } from "./dataset";
import type { FlatDataset } from "./flat-dataset";

/** Everything that breaks offsets, rows, cells, markup and names somewhere, in two short articles. */
const TEXTS = [
  [
    "👩‍👩‍👧 The mayor, 𝒳. O’Dúya, said: “Nai\u0308ve e\u0301lan — we want\ttrams, <b>not</b> buses.”\r\n",
    "\u202Eاليوم مرحبا\u202C He added that “it’s over; [sic] {see} | a_b -> *c* \\d”.\r\r\n",
    "=SUM(A1), she noted, is no argument. 𠮷𠮷",
  ].join(""),
  "«Да», сказал он.\n日本語。終わり！",
];

const TITLES = ['=HYPERLINK(“x”), "quoted"; it\'s & <here>', "@Второй\tдокумент"];
const TIME = "2022-01-21T10:20:30.123Z";

function article(index: number): DatasetArticle {
  const text = normaliseText(TEXTS[index] as string);
  return {
    id: testId(3, index),
    title: TITLES[index] as string,
    outlet: index === 0 ? "The “Daily”, =1+1" : null,
    author: null,
    published: index === 0 ? "2022-01-21" : "2022-02-28",
    url: index === 0 ? "https://example.org/?a=1&b=2" : null,
    language: index === 0 ? "en" : "ru",
    length: new DocumentText(text).length,
    sha256: createHash("sha256").update(text).digest("hex"),
    replacesId: null,
    createdAt: TIME,
    text,
  };
}

const articles = [article(0), article(1)] as const;
const OUTLET = testId(1, 0);
const MAYOR = testId(1, 1);
const SHE = testId(1, 2);
const MERGED = testId(1, 3);
const T1 = testId(2, 1);
const T2 = testId(2, 2);

function speaker(
  id: string,
  name: string,
  kind: string,
  more: Partial<FlatDataset["registry"]["speakers"][number]> = {},
) {
  return {
    ...{ id, name, kind, aliases: [], roleTitle: null, organisationId: null, sector: null, function: null },
    ...{ country: null, notes: null, externalIds: {}, affiliations: [], fixed: false, mergedIntoId: null },
    ...more,
  };
}

const COUNCIL = testId(1, 4);
const IN_OFFICE = {
  notes: "=In office",
  externalIds: { wikidata: "Q42", viaf: "113230702" },
  affiliations: [{ organisationId: COUNCIL, roleTitle: "=mayor", validFrom: "2020-01-01", validTo: null }],
};

function assignment(number: number, documentIndex: number, annotator: string): DatasetAssignment {
  return {
    id: testId(4, number),
    documentId: testId(3, documentIndex),
    kind: annotator === "gold" ? "adjudication" : "annotation",
    state: "submitted",
    submittedAt: TIME,
    unblindedAt: null,
    suggestionsShownAt: null,
    revision: 2,
    annotator,
    blind: annotator !== "gold",
    withSuggestions: false,
  };
}

const assignments = [
  ...[assignment(0, 0, "ann_a"), assignment(1, 0, "ann_b"), assignment(2, 0, "gold")],
  // Finished, and marked nothing.
  ...[assignment(3, 1, "ann_a"), assignment(4, 1, "ann_b")],
];

/** The span over the first place that says this. */
function over(documentIndex: 0 | 1, role: string, quote: string) {
  const { text } = articles[documentIndex];
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`“${quote}” is not in the text.`);
  const start = Array.from(text.slice(0, at)).length;
  return makeSpan(new DocumentText(text), role, { start, end: start + Array.from(quote).length });
}

function statement(number: number, assignmentNumber: number, content: Partial<StatementContent>): Statement {
  return {
    ...emptyContent(over(0, "content", "said")),
    ...content,
    id: testId(5, number),
    assignmentId: testId(4, assignmentNumber),
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: TIME,
    updatedAt: TIME,
  };
}

const direct = {
  speakerId: MAYOR,
  chain: [OUTLET, MAYOR],
  fields: { form: "direct", sourcing: "named_person", frame: ["conflict", "economic"], anonymity_stated: false },
};

const statements = [
  // Content in two fragments around a tag, with cue and source.
  statement(0, 0, {
    ...direct,
    spans: [
      over(0, "content", "“Nai\u0308ve e\u0301lan — we want\ttrams,"),
      over(0, "content", "not"),
      over(0, "cue", "said"),
      over(0, "source", "The mayor, 𝒳. O’Dúya"),
    ],
    stances: [
      { targetId: T1, value: "support", basis: "explicit" },
      { targetId: T2, value: "oppose", basis: "inferred" },
    ],
    note: "=1+1, “x”\n@y",
  }),
  // Nested in a wider one that crosses a line, with a person merged into another as speaker.
  statement(1, 0, {
    spans: [over(0, "content", "“it’s over; [sic] {see} | a_b -> *c* \\d”")],
    speakerId: MERGED,
    chain: [OUTLET, MERGED],
    stances: [{ targetId: T1, value: "oppose", basis: "explicit" }],
    fields: { form: "mixed" },
    parentId: testId(5, 2),
    confidence: "unsure",
    unsureComment: "Who is “He”?",
  }),
  statement(2, 0, {
    spans: [
      over(0, "content", "مرحبا\u202C He added that “it’s over; [sic] {see} | a_b -> *c* \\d”.\n\n=SUM(A1), she noted"),
    ],
  }),
  statement(3, 1, {
    ...direct,
    spans: [over(0, "content", "Nai\u0308ve e\u0301lan — we want\ttrams"), over(0, "cue", "said")],
    stances: [{ targetId: T1, value: "support", basis: "explicit" }],
  }),
  statement(4, 1, {
    spans: [over(0, "content", "=SUM(A1)"), over(0, "cue", "noted"), over(0, "source", "she")],
    speakerId: SHE,
    chain: [OUTLET, SHE],
    stances: [{ targetId: T1, value: "oppose", basis: "explicit" }],
    fields: { form: "direct" },
  }),
  statement(5, 2, {
    ...direct,
    spans: [over(0, "content", "“Nai\u0308ve e\u0301lan — we want\ttrams, <b>not</b> buses.”"), over(0, "cue", "said")],
    stances: [{ targetId: T1, value: "support", basis: "explicit" }],
  }),
  // The last character of the text, and an entity of its own.
  statement(6, 1, { spans: [over(0, "content", "𠮷𠮷")], speakerId: OUTLET, chain: [OUTLET] }),
];

/** A small project whose texts, names and codings are hostile to every format. */
export const goldenDataset: FlatDataset = {
  project: { id: testId(9, 0), name: "Trams & “buses”" },
  choices: { layers: "both", people: "pseudonyms", times: "exact" },
  codebooks: [{ version: 1, content: defaultCodebook }],
  registry: {
    speakers: [
      speaker(OUTLET, "The article", "outlet", { fixed: true }),
      speaker(MAYOR, "𝒳. O’Dúya; “mayor”", "person", { aliases: ["=Mayor"], roleTitle: "mayor", ...IN_OFFICE }),
      speaker(SHE, '-She, "the" <critic>', "person"),
      speaker(COUNCIL, "Council", "organisation"),
      speaker(MERGED, "He", "person", { mergedIntoId: MAYOR, retired: true }),
    ],
    targets: [
      { id: T1, key: "T1", name: "Trams, “new”", description: null, proposed: false, mergedIntoId: null },
      {
        ...{ id: T2, key: "T2", name: "Buses & <coaches>", description: "=all of them", proposed: true },
        ...{ aliases: ["=Coaches", "Omnibuses"], broaderId: T1, mergedIntoId: null },
      },
    ],
    distinctions: [{ firstId: MAYOR, secondId: SHE }],
  },
  documents: [...articles],
  assignments,
  statements,
  origins: new Map(),
  rulings: [
    {
      id: testId(6, 0),
      documentId: testId(3, 0),
      memberIds: [testId(5, 0), testId(5, 3)],
      memberRevisions: { [testId(5, 0)]: 1, [testId(5, 3)]: 1 },
      decision: "mixed",
      provenance: { content: "edited", cue: testId(5, 0) },
      bases: { content: "edited", cue: "unanimous" },
      batchId: null,
      reason: "The whole quotation",
      goldStatementId: testId(5, 5),
      stale: false,
      revision: 1,
      createdAt: TIME,
      updatedAt: TIME,
      adjudicator: "ann_c",
      takenFrom: { cue: "ann_a" },
    },
  ],
  comments: [
    {
      id: testId(7, 0),
      documentId: testId(3, 0),
      statementId: null,
      rulingId: null,
      threadId: null,
      memberIds: [testId(5, 0)],
      author: "ann_c",
      text: "See, “here”,\n=now",
      revision: 1,
      createdAt: TIME,
      editedAt: null,
      resolvedAt: null,
    },
  ],
  groups: [
    {
      id: testId(7, 1),
      documentId: testId(3, 0),
      memberIds: [testId(5, 0)],
      batchId: testId(8, 1),
      createdAt: TIME,
    },
  ],
  events: [
    {
      projectId: testId(9, 0),
      sequence: 7,
      operationId: testId(8, 0),
      actor: "ann_a",
      action: "statement.created",
      subjectType: "statement",
      subjectId: testId(5, 0),
      assignmentId: testId(4, 0),
      before: null,
      after: { b: 1, a: "“x”" },
      relation: null,
      at: TIME,
      hash: "00ff",
    },
  ],
};
