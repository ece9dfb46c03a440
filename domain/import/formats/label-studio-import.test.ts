import { describe, expect, it } from "vitest";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { labelStudioImport } from "./label-studio-import";

const TEXT = "😀 Ines Halvorsen said: “Nobody\nasked us”.";
const region = (id: string, start: unknown, end: unknown, label: string, text?: string) => ({
  ...{ id, from_name: "label", to_name: "text", type: "labels" },
  value: { start, end, ...(text && { text }), labels: [label] },
});
const choice = (id: string, start: number, end: number, name: string, ...choices: string[]) => ({
  ...{ id, from_name: name, to_name: "text", type: "choices", value: { start, end, choices } },
});
const CONTENT = region("r1", 23, 40, "Content", "“Nobody\nasked us”");
const task = (...annotations: object[]) => ({ id: 7, data: { text: TEXT }, annotations });
const by = (person: unknown, ...result: object[]) => ({ completed_by: person, result });

async function read(...tasks: unknown[]) {
  const { documents, lines } = await parseAll(labelStudioImport, { "tasks.json": JSON.stringify(tasks) });
  return {
    readings: documents.flatMap(({ passes }) =>
      passes.map(({ kind, annotator, statements }) => ({
        who: `${kind} ${annotator}`,
        statements: statements.map(({ spans, fields, speaker, stances }) => ({
          spans: spans.map(({ role, start, quote }) => `${role} ${start} ${quote}`),
          ...{ fields, speaker, stances },
        })),
      })),
    ),
    lines: lines.map(inShort),
  };
}

describe("Label Studio", () => {
  it("reads regions, relations, and what is chosen or written of a region", async () => {
    const { readings, lines } = await read(
      task(
        by(
          { id: 3, email: "eva@example.org" },
          ...[CONTENT, region("r2", "2", "16", "Source", "Ines Halvorsen"), region("r3", 17, 21, "Cue")],
          ...[choice("r1", 23, 40, "Form", "Direct"), choice("r1", 23, 40, "frame", "conflict", "economic")],
          choice("r1", 23, 40, "stance_T1", "Oppose"),
          { id: "r1", from_name: "speaker", type: "textarea", value: { start: 23, end: 40, text: ["Ines Halvorsen"] } },
          { type: "relation", from_id: "r1", to_id: "r2", direction: "right" },
          { type: "relation", from_id: "r3", to_id: "r1", direction: "right", labels: ["cue"] },
        ),
      ),
    );
    expect(readings).toEqual([
      {
        who: "annotation eva@example.org",
        statements: [
          {
            spans: ["content 23 “Nobody\nasked us”", "cue 17 said", "source 2 Ines Halvorsen"],
            fields: { form: "direct", frame: ["conflict", "economic"] },
            speaker: "Ines Halvorsen",
            stances: [{ target: "T1", value: "oppose", basis: null }],
          },
        ],
      },
    ]);
    expect(lines).toEqual([]);
  });

  it("tells old positions from new ones by the words, annotation by annotation", async () => {
    const { readings, lines } = await read(
      task(
        by(1, CONTENT),
        by(2, region("r1", 24, 41, "Content", "“Nobody\\nasked us”")),
        by(3, region("r1", 23, 40, "Content")),
      ),
    );
    const content = ["content 23 “Nobody\nasked us”"];
    expect(readings.map(({ statements }) => statements.map(({ spans }) => spans))).toEqual([
      [content],
      [content],
      [content],
    ]);
    expect(lines).toEqual([
      "tasks.json $[0].annotations[1]: changed offset_unit",
      "tasks.json $[0].annotations[2]: changed offsets_unchecked",
    ]);
  });

  it("takes ground truth for gold and predictions for suggestions", async () => {
    const { readings } = await read({
      ...task({ ...by(1), ground_truth: true }, by(2), by(undefined)),
      predictions: [{ model_version: "finder", result: [CONTENT] }],
    });
    expect(readings.map(({ who }) => who)).toEqual([
      "adjudication gold",
      "annotation 2",
      "annotation annotator",
      "suggestion agent:finder@1",
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ["no task", 5, ["tasks.json $[0]: lost text_missing"]],
    ["a task without text", { data: { image: "a", title: "b" } }, ["tasks.json $[0]: lost text_missing"]],
    [
      "names that objects have of themselves",
      JSON.parse('{"data":{"text":"x","__proto__":{"a":1}},"__proto__":{"annotations":[1]}}'),
      [],
    ],
    ["a text that cannot be stored", { data: { text: "a\0b" } }, ["tasks.json $[0]: lost unstorable_text"]],
    [
      "a skipped task",
      task({ ...by(1, CONTENT), was_cancelled: true }),
      ["tasks.json $[0].annotations[0]: lost skipped_task"],
    ],
    ["no annotation", task([3] as unknown as object), ["tasks.json $[0].annotations[0]: lost unknown_annotation"]],
    ["two annotations by one person", task(by(1), by(1)), ["tasks.json $[0].annotations[1]: lost second_reading"]],
    [
      "a region outside the text",
      task(by(1, region("a", 40, 1e300, "Content", "x"))),
      ["tasks.json $[0].annotations[0].result[0]: lost span_outside_text"],
    ],
    [
      "positions that are none",
      task(by(1, region("a", -1, 2.5, "Content"))),
      ["tasks.json $[0].annotations[0].result[0]: lost span_outside_text"],
    ],
    [
      "other words",
      task(by(1, region("a", 2, 6, "Content", "Eva!"))),
      ["tasks.json $[0].annotations[0].result[0]: lost quote_mismatch"],
    ],
    [
      "a region of HTML",
      task(by(1, region("a", "/div[1]/text()[1]", "/div[1]", "Content"))),
      ["tasks.json $[0].annotations[0].result[0]: lost unknown_region"],
    ],
    [
      "an unknown label",
      task(by(1, region("a", 2, 6, "Person", "Ines"))),
      ["tasks.json $[0].annotations[0].result[0]: lost unknown_label"],
    ],
    [
      "one id twice",
      task(by(1, CONTENT, region("r1", 2, 6, "Cue", "Ines"))),
      ["tasks.json $[0].annotations[0].result[1]: lost repeated_id"],
    ],
    [
      "a relation to nowhere",
      task(by(1, CONTENT, { type: "relation", from_id: "x", to_id: "r1" })),
      ["tasks.json $[0].annotations[0].result[1]: lost broken_reference"],
    ],
    [
      "an unknown control and value",
      task(by(1, CONTENT, choice("r1", 23, 40, "mood", "glad"), choice("r1", 23, 40, "form", "sung"))),
      [
        "tasks.json $[0].annotations[0].result[1]: lost unknown_attribute",
        "tasks.json $[0].annotations[0].result[2]: lost unknown_value",
      ],
    ],
  ])("lists %s", async (_name, value, expected) => {
    expect((await read(value)).lines).toEqual(expected);
  });

  it("refuses what holds no task, in a sentence", async () => {
    await expect(parseAll(labelStudioImport, { "tasks.json": '[{"data":' })).rejects.toThrow("There is no task");
    await expect(parseAll(labelStudioImport, { "tasks.json": "[]" })).rejects.toThrow("There is no task");
  });
});
