import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Codebook, Field } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Statement } from "@/domain/statement/statement";
import { hostileDataset, sampleDataset, testId } from "@/tests/support/dataset";
import { type FlatDataset, toDataset, writeFiles, writeText } from "@/tests/support/flat-dataset";
import { csv as csvFormat } from "./csv-formats";
import { EXPORT_FORMATS } from "./export-formats";
import { json as jsonFormat } from "./json";
import type { Cell } from "./tables/table";
import { wideTable } from "./tables/wide-table";
import { DatasetError } from "./verify-document";

const json = (dataset: FlatDataset) => writeText(jsonFormat, dataset);
const csv = (dataset: FlatDataset, cells: "raw" | "spreadsheet" = "raw") => writeText(csvFormat, dataset, { cells });

const sample = sampleDataset();
const first = sample.statements[0] as Statement;
function changed(change: Partial<Statement>): FlatDataset {
  return { ...sample, statements: [{ ...first, ...change }, ...sample.statements.slice(1)] };
}
function withCodebook(change: Partial<Codebook>): FlatDataset {
  return {
    ...sample,
    codebooks: sample.codebooks.map(({ version, content }) => ({ version, content: { ...content, ...change } })),
  };
}

/** The table's rows as objects by column. */
async function table(dataset: FlatDataset): Promise<Record<string, Cell>[]> {
  const { columns, rows } = await wideTable(toDataset(dataset));
  const cells: Cell[][] = [];
  for await (const chunk of rows()) cells.push(...chunk);
  return cells.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]?.name, cell])));
}

describe("every format", () => {
  const shifted = first.spans.map((span) => (span.role === "content" ? { ...span, start: 75 } : span));
  const cases: [string, FlatDataset, RegExp][] = [
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
  it.each(cases)("fails with %s", async (_name, dataset, message) => {
    await expect(json(dataset)).rejects.toThrow(DatasetError);
    for (const format of Object.values(EXPORT_FORMATS)) {
      await expect(writeFiles(format, dataset)).rejects.toThrow(message);
    }
  });
});

describe("any dataset", () => {
  it.each(Object.entries(EXPORT_FORMATS))("is written twice alike as %s", async (_name, format) => {
    await fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        const [first, second] = [await writeFiles(format, dataset), await writeFiles(format, dataset)];
        expect([...second]).toEqual([...first]);
        for (const path of first.keys()) expect(path).toMatch(/^[\w.[\]-]+(\/[\w.[\]-]+)*$/);
      }),
      { numRuns: 3 },
    );
  });

  it.each(Object.entries(EXPORT_FORMATS))("may be empty as %s", async (_name, format) => {
    const empty = { ...sample, documents: [], assignments: [], statements: [] };
    expect((await writeFiles(format, empty)).size).toBeGreaterThanOrEqual(format.shape === "file" ? 1 : 0);
  });
});

describe("JSON", () => {
  it("says what it is, in snake_case and one row per line", async () => {
    const text = await json(sample);
    const data = JSON.parse(text);
    expect(Object.keys(data)).toEqual([
      "format",
      "schema_version",
      "offset_unit",
      "app",
      "project",
      "choices",
      "codebooks",
      "registry",
      "documents",
      "assignments",
      "statements",
      "rulings",
      "comments",
      "groups",
      "events",
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

  it("gives the same bytes whatever order a database keeps keys in", async () => {
    const turned: FlatDataset = {
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
    expect(await json(turned)).toBe(await json(sample));
  });

  it("is one JSON document for any dataset, also an empty one", async () => {
    await fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        const data = JSON.parse(await json(dataset));
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
    expect(JSON.parse(await json(empty))).toMatchObject({ documents: [], registry: { speakers: [] }, rulings: [] });
    expect(await csv(empty)).toMatch(/^document_id,[a-z0-9_,]*,updated_at\r\n$/);
  });
});

describe("the wide table", () => {
  it("has a row per statement and stance, and one for a statement without", async () => {
    const rows = await table(sample);
    const stancesOf = (key: number) =>
      rows
        .filter((row) => row.statement_id === testId(5, key))
        .map((row) => [row.stance_target_key, row.stance_value, row.stance_basis]);
    expect(rows).toHaveLength(32);
    expect(stancesOf(4)).toEqual([
      ["T1", "oppose", "explicit"],
      ["T6", "support", "inferred"],
    ]);
    expect(stancesOf(7)).toEqual([[null, null, null]]);
    expect(rows[0]).toMatchObject({
      layer: "annotation",
      annotator: "annotator-1",
      blind: true,
      content_start: 76,
      content_end: 207,
      cue_quote: "called",
      speaker_name: "Ministry of Foreign Affairs of Kazakhstan",
      chain: "The article > Ministry of Foreign Affairs of Kazakhstan",
      sourcing: "named_institution",
      endorsement: "reports",
      anonymity_stated: null,
    });
    expect(rows[0]).not.toHaveProperty("medium_start");
    expect(rows[0]).not.toHaveProperty("cue_fragments");
  });

  it("lists every fragment of discontinuous content", async () => {
    const cut = ([start, end]: [number, number]) => ({
      start,
      end,
      quote: sample.documents[0]?.text.slice(start, end) ?? "",
    });
    const fragments = [cut([76, 100]), cut([110, 207])];
    const [row] = await table(changed({ spans: fragments.toReversed().map((one) => ({ role: "content", ...one })) }));
    expect(row).toMatchObject({ content_start: 76, content_end: 100, content_quote: fragments[0]?.quote });
    expect(JSON.parse(String(row?.content_fragments))).toEqual(fragments);
    expect(row).toMatchObject({ cue_start: null, source_fragments: null });
  });

  it("renames a field that a column is called like", async () => {
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
    const [row] = await table({ ...dataset, statements: [{ ...first, note: "mine", fields: { note: "coded" } }] });
    expect(row).toMatchObject({ note: "mine", field_note: "coded" });
  });

  it("writes several values, flags and numbers so that they can be told apart", async () => {
    const weight = { ...defaultCodebook.fields[0], key: "weight", type: "number", values: [] } as Field;
    const dataset = withCodebook({ fields: [...defaultCodebook.fields, weight] });
    const fields = {
      ...{ frame: ["conflict", "economic"], anonymity_stated: false, weight: -1.5 },
      sourcing: "unnamed_bare",
    };
    expect((await table({ ...dataset, statements: [{ ...first, fields }] }))[0]).toMatchObject({
      frame: "conflict;economic",
      anonymity_stated: false,
      weight: -1.5,
    });
    expect(await csv({ ...dataset, statements: [{ ...first, fields }] }, "spreadsheet")).toContain(",-1.5,");
  });

  it("leaves out answers and comments that do not apply", async () => {
    const held = { fields: { sourcing: "unattributed", anonymity_stated: true }, unsureComment: "why" };
    const row = async (confidence: "sure" | "unsure") =>
      (await table({ ...sample, statements: [{ ...first, ...held, confidence }] }))[0];
    expect(await row("sure")).toMatchObject({ sourcing: "unattributed", anonymity_stated: null, unsure_comment: null });
    expect(await row("unsure")).toMatchObject({ unsure_comment: "why" });
  });
});

describe("CSV", () => {
  it("quotes what needs it and ends every row with CRLF", async () => {
    const text = await csv({ ...sample, statements: [{ ...first, note: 'a "b", c\nd\re' }] });
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
  ])("guards %j in a spreadsheet and can be undone", async (note, guarded) => {
    const cell = async (cells: "raw" | "spreadsheet") => {
      const text = await csv({ ...sample, statements: [{ ...first, note }] }, cells);
      return text.slice(text.indexOf(",sure,,") + 7).split(",")[0];
    };
    expect(await cell("raw")).toBe(note);
    expect(await cell("spreadsheet")).toBe(guarded);
    expect(guarded.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, "")).toBe(note);
  });
});
