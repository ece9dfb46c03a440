import { describe, expect, it } from "vitest";
import type { AgreementDocument, Attribute } from "./agreement-document";
import { documentStatistics } from "./document-statistics";
import { type CaseQuery, findCases } from "./find-cases";
import { projectAgreement } from "./project-agreement";

const attributes: Attribute[] = [{ key: "form", measure: "nominal", values: ["direct", "indirect"], scale: [] }];
const statement = (id: string, place: number, form: string | null) => ({
  id,
  ranges: [{ start: place * 100, end: place * 100 + 50 }],
  labels: { form },
});
const pass = (annotatorId: string, statements: ReturnType<typeof statement>[]) => ({
  annotatorId,
  assignmentId: `pass of ${annotatorId}`,
  statements,
});
const document = (id: string, passes: AgreementDocument["passes"]) =>
  documentStatistics({ id, revision: "1", length: 1000, passes }, attributes);

const statistics = [
  document("one", [
    pass("ada", [statement("a0", 0, "direct"), statement("a1", 1, "direct"), statement("a2", 2, null)]),
    pass("ben", [statement("b0", 0, "direct"), statement("b1", 1, "indirect"), statement("b3", 3, "direct")]),
    pass("cem", [statement("c0", 0, "direct"), statement("c2", 2, "direct"), statement("c1", 1, "indirect")]),
  ]),
  document("two", [pass("ada", []), pass("ben", [statement("b9", 9, "direct")])]),
  document("alone", [pass("cem", [statement("c5", 5, "direct")])]),
  document("silent", [pass("ada", []), pass("ben", [])]),
];

/** Each case as the statements in it. */
const cases = (query: CaseQuery) =>
  findCases(statistics, query).map(({ members }) => members.flatMap(({ statementId }) => statementId ?? []).join(" "));

describe("the passages behind a figure", () => {
  it.each<[CaseQuery, string[]]>([
    [{ kind: "marked" }, ["a0 b0 c0", "a1 b1 c1", "a2 c2", "b3", "b9"]],
    [{ kind: "aligned" }, ["a0 b0 c0", "a1 b1 c1", "a2 c2"]],
    [{ kind: "missing" }, ["a2 c2", "b3", "b9"]],
    [{ kind: "missing", annotators: ["ada", "cem"] }, []],
    [{ kind: "missing", annotators: ["ada", "ben"] }, ["a2", "b3", "b9"]],
    [{ kind: "labelled", attribute: "form" }, ["a0 b0 c0", "a1 b1 c1"]],
    [{ kind: "agreed", attribute: "form" }, ["a0 b0 c0"]],
    [{ kind: "differing", attribute: "form" }, ["a1 b1 c1"]],
    [{ kind: "differing", attribute: "form", annotators: ["ben", "cem"] }, []],
    [{ kind: "confused", attribute: "form", labels: ["indirect", "direct"] }, ["a1 b1 c1"]],
    [{ kind: "confused", attribute: "form", labels: ["direct", "reported"] }, []],
    [{ kind: "labelled", attribute: "form", labels: ["indirect"] }, ["a1 b1 c1"]],
    [{ kind: "labelled", attribute: "no such field" }, []],
  ])("%j", (query, wanted) => {
    expect(cases(query)).toEqual(wanted);
  });

  it("say where they are and what each chose", () => {
    expect(findCases(statistics, { kind: "differing", attribute: "form", annotators: ["ada", "ben"] })).toEqual([
      {
        documentId: "one",
        ...{ start: 100, end: 150 },
        members: [
          { annotatorId: "ada", assignmentId: "pass of ada", statementId: "a1", label: "direct", text: 0 },
          { annotatorId: "ben", assignmentId: "pass of ben", statementId: "b1", label: "indirect", text: 0 },
        ],
      },
    ]);
  });

  it("are as many as the figures of documents count; having read and marked nothing counts, not having finished does not", () => {
    const { perDocument, statements, aligned, documents } = projectAgreement(statistics, { attributes });
    expect({ documents, statements, aligned }).toEqual({ documents: 3, statements: 5, aligned: 3 });
    expect(perDocument.map((one) => [one.documentId, one.missing, one.disagreements, one.nothingToMark])).toEqual([
      ["one", 2, 3, false],
      ["two", 1, 1, false],
      ["alone", 0, 0, false],
      ["silent", 0, 0, true],
    ]);
    expect(perDocument.map(({ found }) => found.status)).toEqual(["ok", "ok", "single_annotator", "no_pairable_units"]);
    expect(perDocument[1]?.found.value).toBe(0);
  });
});
