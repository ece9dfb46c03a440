import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Codebook, Field } from "@/domain/codebook/codebook";
import type { Statement } from "@/domain/statement/statement";
import { defaultCodebook } from "@/seeds/default-codebook";
import { hostileDataset, sampleDataset, testId } from "@/tests/support/dataset";
import { toCsv } from "./csv";
import type { Dataset } from "./dataset";
import { toJson } from "./json";
import { listRows } from "./rows";
import { DatasetError } from "./verify-dataset";

const options = { generatedAt: "2022-02-01T00:00:00Z", appVersion: "1.2.3" };
const json = (dataset: Dataset) => [...toJson(dataset, options)].join("");
const csv = (dataset: Dataset, cells: "raw" | "spreadsheet" = "raw") => [...toCsv(dataset, { cells })].join("");

const sample = sampleDataset();
const first = sample.statements[0] as Statement;
function changed(change: Partial<Statement>): Dataset {
  return { ...sample, statements: [{ ...first, ...change }, ...sample.statements.slice(1)] };
}
function withCodebook(change: Partial<Codebook>): Dataset {
  return {
    ...sample,
    codebooks: sample.codebooks.map(({ version, content }) => ({ version, content: { ...content, ...change } })),
  };
}

/** The table's rows as objects by column. */
function table(dataset: Dataset): Record<string, string | number>[] {
  const [header = [], ...rows] = listRows(dataset);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index], cell])));
}

describe("every format", () => {
  const shifted = first.spans.map((span) => (span.role === "content" ? { ...span, start: 75 } : span));
  const cases: [string, Dataset, RegExp][] = [
    [
      "a shifted span",
      changed({ spans: shifted }),
      new RegExp(`document ${testId(3, 0)}, statement ${first.id}, content span 75-207: the text is " the`),
    ],
    [
      "a span outside the text",
      changed({ spans: [{ role: "cue", start: 2500, end: 2600, quote: "x" }] }),
      /cue span 2500-2600: outside the text of 2509/,
    ],
    ["a statement of no assignment", changed({ assignmentId: testId(4, 99) }), /assignment of statement .* is missing/],
    ["an unknown codebook version", changed({ codebookVersion: 7 }), /codebook version 7 of statement/],
    [
      "an unknown speaker",
      changed({ speakerId: testId(1, 99), chain: [testId(1, 99)] }),
      /speaker in the chain of statement/,
    ],
    [
      "an unknown target",
      changed({ stances: [{ targetId: testId(2, 99), value: null, basis: null }] }),
      /target of statement/,
    ],
    [
      "a wrong length",
      { ...sample, documents: sample.documents.map((one) => ({ ...one, length: 2510 })) },
      /says it has 2510 code points, its text has 2509/,
    ],
  ];
  it.each(cases)("refuses %s before it writes anything", (_name, dataset, message) => {
    expect(() => toJson(dataset, options)).toThrow(DatasetError);
    expect(() => toJson(dataset, options)).toThrow(message);
    expect(() => toCsv(dataset, { cells: "raw" })).toThrow(message);
  });
});

describe("toJson", () => {
  it("says what it is, in snake_case and one row per line", () => {
    const text = json(sample);
    const data = JSON.parse(text);
    expect(Object.keys(data)).toEqual([
      "format",
      "schema_version",
      "offset_unit",
      "generated_at",
      "app",
      "project",
      "codebooks",
      "registry",
      "documents",
      "assignments",
      "statements",
      "rulings",
    ]);
    expect(data).toMatchObject({
      format: "sayso-dataset",
      schema_version: 1,
      offset_unit: "unicode_code_point",
      app: { version: "1.2.3" },
    });
    expect(data.statements[0].spans[0]).toEqual({ role: "content", start: 76, end: 207, quote: first.spans[0]?.quote });
    expect(data.codebooks[0].content.outlet_voice).toBe("all");
    const channel = data.codebooks[0].content.fields.find((field: { key: string }) => field.key === "channel");
    expect(channel.shown_when).toEqual({ subject: "depth", is: "at_least", value: 1 });
    expect(
      text
        .match(/[A-Za-z]+(?=":)/g)
        ?.filter((key) => /[A-Z]/.test(key))
        .filter((key) => !/^T\d$/.test(key)),
    ).toEqual([]);
    for (const statement of data.statements) expect(text).toContain(`\n${JSON.stringify(statement)}`);
  });

  it("gives the same bytes whatever order a database keeps keys in", () => {
    const turned: Dataset = {
      ...sample,
      codebooks: sample.codebooks.map(({ version, content }) => ({
        content: Object.fromEntries(Object.entries(content).toReversed()) as Codebook,
        version,
      })),
      statements: sample.statements.map((statement) => ({
        ...statement,
        fields: Object.fromEntries(Object.entries(statement.fields).toReversed()),
        spans: statement.spans.map(({ role, start, end, quote }) => ({ quote, end, start, role })),
      })),
    };
    expect(json(turned)).toBe(json(sample));
  });

  it("is one JSON document for any dataset, also an empty one", () => {
    fc.assert(
      fc.property(hostileDataset, (dataset) => {
        const data = JSON.parse(json(dataset));
        expect(data.statements).toHaveLength(dataset.statements.length);
        expect(data.documents.map((one: { text: string }) => one.text)).toEqual(
          dataset.documents.map((one) => one.text),
        );
      }),
      { numRuns: 10 },
    );
    const empty = {
      ...sample,
      codebooks: [],
      documents: [],
      assignments: [],
      statements: [],
      registry: { speakers: [], targets: [] },
    };
    expect(JSON.parse(json(empty))).toMatchObject({ documents: [], registry: { speakers: [] }, rulings: [] });
    expect(csv(empty)).toMatch(/^document_id,[a-z0-9_,]*,updated_at\r\n$/);
  });
});

describe("listRows", () => {
  it("has a row per statement and stance, and one for a statement without", () => {
    const rows = table(sample);
    const stancesOf = (key: number) =>
      rows
        .filter((row) => row.statement_id === testId(5, key))
        .map((row) => [row.stance_target_key, row.stance_value, row.stance_basis]);
    expect(rows).toHaveLength(32);
    expect(stancesOf(4)).toEqual([
      ["T1", "oppose", "explicit"],
      ["T6", "support", "inferred"],
    ]);
    expect(stancesOf(7)).toEqual([["", "", ""]]);
    expect(rows[0]).toMatchObject({
      layer: "annotation",
      annotator: "annotator-1",
      blind: "TRUE",
      content_start: 76,
      content_end: 207,
      cue_quote: "called",
      speaker_name: "Ministry of Foreign Affairs of Kazakhstan",
      chain: "The article > Ministry of Foreign Affairs of Kazakhstan",
      sourcing: "named_institution",
      endorsement: "reports",
      anonymity_stated: "",
    });
    expect(rows[0]).not.toHaveProperty("medium_start");
    expect(rows[0]).not.toHaveProperty("cue_fragments");
  });

  it("lists every fragment of discontinuous content", () => {
    const cut = ([start, end]: [number, number]) => ({
      start,
      end,
      quote: sample.documents[0]?.text.slice(start, end) ?? "",
    });
    const fragments = [cut([76, 100]), cut([110, 207])];
    const row = table(changed({ spans: fragments.toReversed().map((one) => ({ role: "content", ...one })) }))[0];
    expect(row).toMatchObject({ content_start: 76, content_end: 100, content_quote: fragments[0]?.quote });
    expect(JSON.parse(String(row?.content_fragments))).toEqual(fragments);
    expect(row).toMatchObject({ cue_start: "", source_fragments: "" });
  });

  it("renames a field that a column is called like", () => {
    const field = {
      key: "note",
      label: "Note",
      definition: "",
      type: "text" as const,
      measure: "nominal" as const,
      required: false,
      enabled: true,
      values: [],
    };
    const dataset = withCodebook({ fields: [field] });
    const row = table({ ...dataset, statements: [{ ...first, note: "mine", fields: { note: "coded" } }] })[0];
    expect(row).toMatchObject({ note: "mine", field_note: "coded" });
  });

  it("writes several values, flags and numbers so that they can be told apart", () => {
    const weight = { ...defaultCodebook.fields[0], key: "weight", type: "number", values: [] } as Field;
    const dataset = withCodebook({ fields: [...defaultCodebook.fields, weight] });
    const fields = {
      ...{ frame: ["conflict", "economic"], anonymity_stated: false, weight: -1.5 },
      sourcing: "unnamed_bare",
    };
    expect(table({ ...dataset, statements: [{ ...first, fields }] })[0]).toMatchObject({
      frame: "conflict;economic",
      anonymity_stated: "FALSE",
      weight: -1.5,
    });
    expect(csv({ ...dataset, statements: [{ ...first, fields }] }, "spreadsheet")).toContain(",-1.5,");
  });

  it("leaves out answers and comments that do not apply", () => {
    const held = { fields: { sourcing: "unattributed", anonymity_stated: true }, unsureComment: "why" };
    const row = (confidence: "sure" | "unsure") =>
      table({ ...sample, statements: [{ ...first, ...held, confidence }] })[0];
    expect(row("sure")).toMatchObject({ sourcing: "unattributed", anonymity_stated: "", unsure_comment: "" });
    expect(row("unsure")).toMatchObject({ unsure_comment: "why" });
  });
});

describe("toCsv", () => {
  it("quotes what needs it and ends every row with CRLF", () => {
    const text = csv({ ...sample, statements: [{ ...first, note: 'a "b", c\nd\re' }] });
    expect(text).toContain(',"a ""b"", c\nd\re",');
    expect(
      text.startsWith(
        "document_id,document_sha256,document_title,layer,annotator,blind,with_suggestions,statement_id,content_start,",
      ),
    ).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["-2", "'-2"],
    ["+x", "'+x"],
    ["@x", "'@x"],
    ["\tx", "'\tx"],
    ["＝x", "'＝x"],
    ["'=x", "''=x"],
    ["''@x", "'''@x"],
    ["'x", "'x"],
    ["a=b", "a=b"],
  ])("guards %j in a spreadsheet and can be undone", (note, guarded) => {
    const cell = (cells: "raw" | "spreadsheet") => {
      const text = csv({ ...sample, statements: [{ ...first, note }] }, cells);
      return text.slice(text.indexOf(",sure,,") + 7).split(",")[0];
    };
    expect(cell("raw")).toBe(note);
    expect(cell("spreadsheet")).toBe(guarded);
    expect(guarded.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, "")).toBe(note);
  });

  it("comes in chunks", () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...first, id: testId(8, index) }));
    const chunks = [...toCsv({ ...sample, statements: many }, { cells: "raw" })];
    expect(chunks.length).toBeGreaterThan(4);
    expect(chunks.join("").split("\r\n")).toHaveLength(1002);
  });
});
