import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { findClusters } from "./find-clusters";
import { listDisagreements } from "./list-disagreements";

const [A, B, C] = ["a", "b", "c"].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`) as [
  string,
  string,
  string,
];
const text = new DocumentText("👩‍👩‍👧 said that the tram is late, and that it is full.");
const span = (role: string, start: number, end: number) => makeSpan(text, role, { start, end });
const content = span("content", 11, 32);
const base: StatementContent = {
  ...emptyContent(content),
  spans: [content, span("cue", 6, 10)],
  speakerId: A,
  chain: [C, A],
  stances: [{ targetId: B, value: "oppose", basis: "explicit" }],
  fields: { sourcing: "unnamed_bare", form: "indirect" },
};

function compare(change: Partial<StatementContent>, other: Partial<StatementContent> = {}) {
  const readings = [
    { assignmentId: A, statement: { ...base, ...other } },
    { assignmentId: B, statement: { ...base, ...change } },
  ];
  return listDisagreements(readings, defaultCodebook).map(({ kind, subject, answers }) => [
    kind,
    subject,
    answers[A],
    answers[B],
  ]);
}

describe("listDisagreements", () => {
  const cases: [string, Partial<StatementContent>, unknown[][]][] = [
    ["nothing", {}, []],
    ["confidence, note and links", { confidence: "unsure", note: "?", sameClaimAsId: C }, []],
    ["content", { spans: [span("content", 16, 32), span("cue", 6, 10)] }, [["boundary", "content", "11-32", "16-32"]]],
    [
      "a second fragment",
      { spans: [content, span("content", 33, 47), span("cue", 6, 10)] },
      [["boundary", "content", "11-32", "11-32;33-47"]],
    ],
    [
      "touching fragments cover the same",
      { spans: [span("content", 11, 20), span("content", 20, 32), span("cue", 6, 10)] },
      [],
    ],
    ["no cue", { spans: [content] }, [["boundary", "cue", "6-10", null]]],
    ["a role that is off", { spans: [...base.spans, span("target", 16, 24)] }, []],
    ["speaker", { speakerId: B, chain: [C, B] }, [["speaker", "speaker", A, B]]],
    ["no speaker", { speakerId: null, chain: [] }, [["speaker", "speaker", A, null]]],
    ["chain", { chain: [C, B, A] }, [["speaker", "chain", `${C} > ${A}`, `${C} > ${B} > ${A}`]]],
    [
      "stance value",
      { stances: [{ targetId: B, value: "mixed", basis: "explicit" }] },
      [["stance", B, "oppose/explicit", "mixed/explicit"]],
    ],
    [
      "stance basis",
      { stances: [{ targetId: B, value: "oppose", basis: null }] },
      [["stance", B, "oppose/explicit", "oppose/"]],
    ],
    [
      "stance target",
      { stances: [{ targetId: C, value: "oppose", basis: "explicit" }] },
      [
        ["stance", B, "oppose/explicit", null],
        ["stance", C, null, "oppose/explicit"],
      ],
    ],
    ["field", { fields: { ...base.fields, form: "mixed" } }, [["field", "form", "indirect", "mixed"]]],
    [
      "field not filled in",
      { fields: { ...base.fields, certainty: "certain" } },
      [["field", "certainty", null, "certain"]],
    ],
    ["flag", { fields: { ...base.fields, anonymity_stated: true } }, [["field", "anonymity_stated", null, "true"]]],
    ["field that is off", { fields: { ...base.fields, endorsement: "adopts" } }, []],
  ];
  it.each(cases)("%s", (_name, change, expected) => {
    expect(compare(change)).toEqual(expected);
  });

  it("leaves out what is not asked of a statement any more", () => {
    const fields = { sourcing: "named_person", form: "indirect" };
    expect(compare({ fields: { ...fields, anonymity_stated: true } }, { fields })).toEqual([]);
    const voice = { speakerId: C, chain: [C] };
    expect(compare({ ...voice, fields: { ...fields, channel: "unspecified" } }, { ...voice, fields })).toEqual([]);
  });

  it("says who has not found it, and compares the others", () => {
    const readings = [
      { assignmentId: A, statement: base },
      { assignmentId: B, statement: null },
      { assignmentId: C, statement: { ...base, fields: { ...base.fields, form: "mixed" } } },
    ];
    expect(listDisagreements(readings, defaultCodebook)).toEqual([
      { kind: "missing", subject: "missing", answers: { [A]: "found", [B]: null, [C]: "found" } },
      { kind: "field", subject: "form", answers: { [A]: "indirect", [C]: "mixed" } },
    ]);
  });
});

describe("findClusters", () => {
  const statement = (assignmentId: string, number: number, ...spans: [number, number][]): Statement => ({
    ...base,
    spans: spans.map(([start, end]) => span("content", start, end)),
    id: `00000000-0000-7000-8000-${assignmentId.at(-1)}${String(number).padStart(11, "0")}`,
    assignmentId,
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: "2022-01-01T00:00:00Z",
    updatedAt: "2022-01-01T00:00:00Z",
  });

  it("orders clusters as they are read, members as the readings, and counts a reading that marked nothing", () => {
    const late = statement(A, 1, [33, 47]);
    const early = statement(A, 2, [11, 32]);
    const also = statement(B, 1, [11, 24], [25, 33]);
    const clusters = findClusters(
      [
        { assignmentId: B, statements: [also] },
        { assignmentId: A, statements: [late, early] },
        { assignmentId: C, statements: [] },
      ],
      defaultCodebook,
    );
    expect(
      clusters.map(({ id, members, start, end }) => ({
        id,
        members: members.map((one) => one.statementId),
        start,
        end,
      })),
    ).toEqual([
      { id: `${early.id}+${also.id}`, members: [also.id, early.id], start: 11, end: 33 },
      { id: late.id, members: [late.id], start: 33, end: 47 },
    ]);
    expect(clusters.map((cluster) => cluster.disagreements.map((one) => one.subject))).toEqual([
      ["missing", "content"],
      ["missing"],
    ]);
    expect(findClusters([], defaultCodebook)).toEqual([]);
  });

  it("takes what was put together or apart as it was put, and aligns the rest", () => {
    const a = [statement(A, 1, [0, 10]), statement(A, 2, [20, 30]), statement(A, 3, [34, 40])];
    const b = [statement(B, 1, [0, 10]), statement(B, 2, [22, 30]), statement(B, 3, [42, 50])];
    const readings = [
      { assignmentId: A, statements: a },
      { assignmentId: B, statements: b },
    ];
    const id = (...members: (Statement | undefined)[]) =>
      members
        .map((one) => one?.id ?? "")
        .sort()
        .join("+");
    const ids = (grouped: string[][]) => findClusters(readings, defaultCodebook, grouped).map((cluster) => cluster.id);
    expect(ids([])).toEqual([id(a[0], b[0]), id(a[1], b[1]), id(a[2]), id(b[2])]);
    const apart = [[a[0]?.id ?? ""], [b[0]?.id ?? ""]];
    const together = [[a[2]?.id ?? "", b[2]?.id ?? ""]];
    expect(ids([...apart, ...together])).toEqual([...[id(a[0]), id(b[0])].sort(), id(a[1], b[1]), id(a[2], b[2])]);
    // Of a reading that is not there any more only the others are left.
    expect(ids([[a[0]?.id ?? "", "00000000-0000-7000-8000-ffffffffffff"]])).toContain(id(a[0]));
  });
});
