import { describe, expect, it } from "vitest";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { casJsonImport } from "./cas-json-import";

const TEXT = "😀 Ines said: “Nobody asked us”.";
const SOFA = { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaNum: 1, sofaID: "_InitialView", sofaString: TEXT };
const span = (id: number, type: string, begin: unknown, end: unknown, more: object = {}) => ({
  ...{ "%ID": id, "%TYPE": type, "@sofa": 1, begin, end },
  ...more,
});
const CONTENT = span(2, "custom.Content", 14, 31);

async function read(structures: unknown, name = "curation/one.txt/CURATION_USER.json") {
  const cas = { "%TYPES": {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {} };
  const { documents, lines } = await parseAll(casJsonImport, { [name]: JSON.stringify(cas) });
  return {
    documents,
    statements: documents.flatMap(({ passes }) =>
      passes.flatMap(({ statements }) =>
        statements.map(({ spans, fields }) => ({
          spans: spans.map(({ role, start, quote }) => `${role} ${start} ${quote}`),
          fields,
        })),
      ),
    ),
    lines: lines
      .filter(({ code }) => code !== "offsets_unchecked")
      .map(({ file: _file, ...line }) => inShort({ ...line, file: "" })),
  };
}

describe("CAS JSON", () => {
  it("reads annotations by their types or values, and ties them by references", async () => {
    const { statements, lines, documents } = await read([
      SOFA,
      span(2, "custom.Quotation", 14, 31, { part: "Content", Form: "Direct", "@said_by": 3, "@slots": 5, note: null }),
      span(3, "custom.Source", 3, 7),
      span(4, "custom.Anything", 8, 12),
      { "%ID": 5, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [6, null, 99] },
      { "%ID": 6, "%TYPE": "custom.QuotationSlotsLink", role: "Cue", "@target": 4 },
      span(7, "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", 3, 7),
      span(8, "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", 3, 7, { PosValue: "N" }),
    ]);
    expect(statements).toEqual([
      { spans: ["content 13 “Nobody asked us”", "cue 7 said", "source 2 Ines"], fields: { form: "direct" } },
    ]);
    expect(lines).toEqual(["%ID 2: lost broken_reference", "%ID 8: lost unknown_layer"]);
    expect(documents[0]).toMatchObject({ title: "one", text: TEXT });
    expect(documents[0]?.passes[0]).toMatchObject({ annotator: "gold", kind: "adjudication" });
  });

  it("reads relations and marked positions", async () => {
    const { statements, lines } = await read([
      SOFA,
      { "%ID": 2, "%TYPE": "custom.Content", "@sofa": 1, "^begin": 14, "^end": 31 },
      span(3, "custom.Source", 3, 7),
      span(4, "custom.Tie", 3, 7, { "@Governor": 2, "@Dependent": 3, value: "source" }),
    ]);
    expect(statements.map(({ spans }) => spans)).toEqual([["content 13 “Nobody asked us”", "source 2 Ines"]]);
    expect(lines).toEqual([]);
  });

  it.each<[string, unknown[], string[]]>([
    [
      "one number twice",
      [SOFA, CONTENT, span(2, "custom.Cue", 8, 12), 7],
      ['$["%FEATURE_STRUCTURES"][2]: lost repeated_id', '$["%FEATURE_STRUCTURES"][3]: lost repeated_id'],
    ],
    [
      "a second view",
      [SOFA, CONTENT, { ...SOFA, "%ID": 9 }, { ...span(4, "custom.Content", 0, 2), "@sofa": 9 }],
      [": lost second_view", "%ID 4: lost second_view"],
    ],
    [
      "positions outside, halved, turned round or none",
      [
        SOFA,
        CONTENT,
        span(3, "custom.Cue", 8, 1e300),
        span(4, "custom.Cue", 1, 2),
        span(5, "custom.Cue", 9, 8),
        span(6, "custom.Cue", "x", {}),
      ],
      [
        "%ID 3: lost span_outside_text",
        "%ID 4: lost span_outside_text",
        "%ID 5: lost span_outside_text",
        "%ID 6: lost span_outside_text",
      ],
    ],
    [
      "an unknown type and feature",
      [SOFA, { ...CONTENT, mood: "glad" }, span(3, "custom.Person", 3, 7)],
      ["%ID 3: lost unknown_label", "%ID 2: lost unknown_attribute"],
    ],
    [
      "structures that refer to themselves",
      [SOFA, { ...CONTENT, "@source": 2, "@content": 3 }, { "%ID": 3, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [3] }],
      ["%ID 2: lost broken_reference", "%ID 2: lost content_overlap"],
    ],
    [
      "names that objects have of themselves",
      [SOFA, CONTENT, JSON.parse('{"%ID":3,"%TYPE":"__proto__","__proto__":{"begin":0}}')],
      [],
    ],
  ])("lists %s", async (_name, structures, expected) => {
    const { statements, lines } = await read(structures);
    expect(statements[0]?.spans).toEqual(["content 13 “Nobody asked us”"]);
    expect(lines).toEqual(expected);
  });

  it("refuses what has no text", async () => {
    await expect(read([CONTENT])).rejects.toThrow("There is no CAS");
    await expect(read("x")).rejects.toThrow("There is no CAS");
  });
});
