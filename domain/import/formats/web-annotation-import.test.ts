import { describe, expect, it } from "vitest";
import type { ParseOptions } from "@/domain/import/annotated/annotated-format";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { webAnnotationImport } from "./web-annotation-import";

const TEXT = "😀 Ines Halvorsen said: “Nobody asked us”. Marvik said nothing.\n";
const SOURCE = "https://example.org/news/one.html";
const at = (start: number, end: number) => ({ type: "TextPositionSelector", start, end });
const quote = (exact: string, prefix = "", suffix = "") => ({ type: "TextQuoteSelector", exact, prefix, suffix });
const target = (...selector: object[]) => ({ source: SOURCE, selector });
const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
const annotation = (body: unknown, targets: unknown, more: object = {}) => ({
  ...{ "@context": "http://www.w3.org/ns/anno.jsonld", id: "https://example.org/a/1", type: "Annotation" },
  ...{ creator: { type: "Person", name: "Eva" }, body, target: targets },
  ...more,
});
const CONTENT = target(quote("“Nobody asked us”"), at(23, 40));

async function read(
  value: unknown,
  options: Partial<ParseOptions> = {},
  files: Record<string, string> = { "one.txt": TEXT },
) {
  const { documents, lines } = await parseAll(
    webAnnotationImport,
    { "a.json": JSON.stringify(value), ...files },
    options,
  );
  return {
    documents,
    statements: documents.flatMap(({ passes }) =>
      passes.flatMap(({ annotator, statements }) =>
        statements.map(({ spans, fields, note }) => ({
          annotator,
          spans: spans.map(({ role, start, quote: words }) => `${role} ${start} ${words}`),
          ...{ fields, note },
        })),
      ),
    ),
    lines: lines.map(inShort),
  };
}

describe("Web Annotations", () => {
  it("reads tags as roles and answers, other bodies as notes, and the text beside them", async () => {
    const { statements, lines, documents } = await read({
      type: "AnnotationPage",
      items: [annotation([tag("Content"), tag("form: Direct"), { type: "TextualBody", value: "Really?" }], CONTENT)],
    });
    expect(statements).toEqual([
      { annotator: "Eva", spans: ["content 23 “Nobody asked us”"], fields: { form: "direct" }, note: "Really?" },
    ]);
    expect(documents[0]).toMatchObject({ title: "one", url: SOURCE, text: TEXT });
    expect(lines).toEqual([]);
  });

  it("takes the text of the project's article where none comes with it", async () => {
    const findText = async () => ({ id: "00000000-0000-7000-8003-000000000009", text: TEXT });
    const { statements, documents } = await read([annotation(tag("content"), CONTENT)], { findText }, {});
    expect(statements.map(({ spans }) => spans)).toEqual([["content 23 “Nobody asked us”"]]);
    expect(documents[0]).toMatchObject({ id: "00000000-0000-7000-8003-000000000009", text: null });
  });

  it("finds a passage by its words and what stands around them", async () => {
    const { statements, lines } = await read([
      annotation(tag("content"), target(quote("said", "Halvorsen "))),
      annotation(tag("content"), target(quote("said"))),
      annotation(tag("content"), target(quote("sang"))),
    ]);
    expect(statements.map(({ spans }) => spans)).toEqual([["content 17 said"]]);
    expect(lines).toEqual([
      "a.json $[1].target[0]: lost quote_not_unique",
      "a.json $[2].target[0]: lost quote_mismatch",
      "a.json $[1] (https://example.org/a/1): lost content_missing",
      "a.json $[2] (https://example.org/a/1): lost content_missing",
    ]);
  });

  it("reads UTF-16 positions where the words say so", async () => {
    const { statements, lines } = await read([
      annotation(tag("content"), target(quote("“Nobody asked us”"), at(24, 41))),
    ]);
    expect(statements.map(({ spans }) => spans)).toEqual([["content 23 “Nobody asked us”"]]);
    expect(lines).toEqual(["a.json Eva: changed offset_unit"]);
  });

  it.each<[string, unknown, string[]]>([
    [
      "no role",
      annotation([], CONTENT),
      ["a.json $.target[0]: lost unknown_role", "a.json $ (https://example.org/a/1): lost content_missing"],
    ],
    [
      "an unknown tag",
      annotation([tag("content"), tag("funny")], CONTENT),
      ["a.json $.body[1]: lost unknown_attribute"],
    ],
    [
      "a body that is elsewhere",
      annotation([tag("content"), "", { id: "https://example.org/b" }], CONTENT),
      ["a.json $.body[1]: lost unknown_body", "a.json $.body[2]: lost unknown_body"],
    ],
    ["a target that is a whole page", annotation(tag("content"), SOURCE), ["a.json $.target[0]: lost unknown_target"]],
    [
      "a place in a page",
      annotation(tag("content"), target({ type: "XPathSelector", value: "/p[1]" })),
      ["a.json $.target[0]: lost unknown_selector", "a.json $ (https://example.org/a/1): lost content_missing"],
    ],
    [
      "positions that are none",
      annotation(tag("content"), target(at(0, 1e308))),
      ["a.json $.target[0]: lost span_outside_text", "a.json $ (https://example.org/a/1): lost content_missing"],
    ],
    [
      "the same id twice",
      [0, 1].map(() => annotation(tag("content"), CONTENT, { id: "urn:uuid:00000000-0000-7000-8005-000000000001" })),
      ["a.json $[1] (urn:uuid:00000000-0000-7000-8005-000000000001): lost repeated_id"],
    ],
  ])("lists %s", async (_name, value, expected) => {
    expect((await read(value)).lines.filter((line) => !line.includes("unread_file"))).toEqual(expected);
  });

  it("lists what has no text, and files that are of nothing", async () => {
    const { documents, lines } = await read([annotation(tag("content"), CONTENT)], {}, { "two.txt": TEXT });
    expect(documents).toEqual([]);
    expect(lines).toEqual([`a.json ${SOURCE}: lost text_missing`, "two.txt: lost unread_file"]);
    await expect(read({ type: "AnnotationPage", items: [] })).rejects.toThrow("There is no annotation");
  });

  it("keeps what objects have of themselves out", async () => {
    const value = JSON.parse(
      `{"type":"Annotation","__proto__":{"target":"x"},"body":{"value":"constructor","purpose":"tagging"},"target":{"source":"__proto__","selector":{"type":"TextPositionSelector","start":0,"end":1}}}`,
    );
    const { lines } = await read(value, {}, {});
    expect(lines).toEqual(["a.json __proto__: lost text_missing"]);
  });
});
