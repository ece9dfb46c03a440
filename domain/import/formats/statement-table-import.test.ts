import { describe, expect, it } from "vitest";
import type { ParseOptions } from "@/domain/import/annotated/annotated-format";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { statementTableImport } from "./statement-table-import";

const TEXT = "😀 Ines said: “Nobody asked us”. Marvik said no.\n";

async function read(files: Record<string, string>, options: Partial<ParseOptions> = {}) {
  const { parts, documents, lines } = await parseAll(statementTableImport, { "one.txt": TEXT, ...files }, options);
  return {
    documents,
    statements: documents.flatMap(({ passes }) =>
      passes.flatMap(({ annotator, statements }) =>
        statements.map(({ spans, speaker, fields, stances }) => ({
          ...{ annotator, speaker, fields },
          stances: stances.map(({ target, value }) => `${target} ${value}`),
          spans: spans.map(({ role, start, quote }) => `${role} ${start} ${quote}`),
        })),
      ),
    ),
    tables: parts.flatMap((part) => (part.part === "table" ? [part.table] : [])),
    lines: lines.filter(({ effect }) => effect !== "maps").map(inShort),
    said: lines.filter(({ code }) => code === "column").map(({ message }) => message),
  };
}

describe("a table of statements", () => {
  it("is read by the names of its columns, passages by their words where there are no positions", async () => {
    const table =
      "article,coder,quote,actor,concept,stance,Form,mood\none,eva,“Nobody asked us”,Ines,Trams,Oppose,Direct,glad\n";
    const { statements, lines, said } = await read({ "s.csv": table });
    expect(statements).toEqual([
      {
        annotator: "eva",
        ...{ speaker: "Ines", fields: { form: "direct" }, stances: ["Trams oppose"] },
        spans: ["content 13 “Nobody asked us”"],
      },
    ]);
    expect(lines).toEqual(["s.csv 1: lost column"]);
    expect(said).toContain("The column “actor” is read as speaker_name.");
  });

  it("is read by the columns that somebody chose", async () => {
    const table = "a;b;c;d;e\r\none;2;6;Ines;42\r\n";
    const columns = {
      document_title: "a",
      content_start: "b",
      content_end: "c",
      content_quote: "d",
      field_intensity: "e",
    };
    const { statements, lines } = await read({ "s.csv": table }, { columns });
    expect(statements.map(({ spans }) => spans)).toEqual([["content 2 Ines"]]);
    expect(lines).toEqual(["s.csv 2: lost unknown_value"]);
  });

  it("takes texts from a column, from files and from the project", async () => {
    const columns = "document_title,document_text,content_quote,cue_quote";
    const known = { id: "00000000-0000-7000-8003-000000000009", text: "It was said so." };
    const { documents, statements, lines } = await read(
      { "s.csv": `${columns}\nOne,,“Nobody asked us”,\nTwo,"A text, he said.",A text,said\nThree,,It,\nFour,,It,\n` },
      { findText: async ({ title }) => (title === "Three" ? known : null) },
    );
    expect(documents.map(({ id, text }) => id ?? text)).toEqual([TEXT, "A text, he said.", known.id]);
    expect(statements.map(({ spans }) => spans.join())).toEqual([
      "content 13 “Nobody asked us”",
      "content 0 A text,cue 11 said",
      "content 0 It",
    ]);
    expect(lines).toEqual(["s.csv 5: lost text_missing"]);
  });

  it("reads lines of JSON", async () => {
    const lines = [
      { document: { title: "one" }, annotator: "eva", spans: [{ role: "Content", start: 2, end: 6, quote: "Ines" }] },
      { document_title: "one", content_quote: "Marvik" },
    ];
    const own = await read({ "s.jsonl": `${JSON.stringify(lines[0])}\n\nnonsense\n[1]\n` });
    expect(own.statements.map(({ spans }) => spans)).toEqual([["content 2 Ines"]]);
    expect(own.lines).toEqual(["s.jsonl 3: lost broken_row", "s.jsonl 4: lost broken_row"]);
    const flat = await read({ "s.jsonl": `\uFEFF${JSON.stringify(lines[1])}\r\n` });
    expect(flat.statements.map(({ spans }) => spans)).toEqual([["content 32 Marvik"]]);
  });

  it("takes the apostrophe away that keeps spreadsheets from running words", async () => {
    const { statements } = await read({
      "s.csv": "document_title,document_text,content_start,content_end,content_quote\nOne,=1+1 is,0,4,'=1+1\n",
    });
    expect(statements.map(({ spans }) => spans)).toEqual([["content 0 =1+1"]]);
  });

  it.each<[string, string, string[]]>([
    [
      "words that are not there, or twice",
      "one,Nobody,,\none,Eva,,\none,said,,",
      [
        "s.csv 3: lost quote_mismatch",
        "s.csv 4: lost quote_not_unique",
        "s.csv 3: lost content_missing",
        "s.csv 4: lost content_missing",
      ],
    ],
    [
      "positions that are none",
      "one,Nobody,,\none,,0,x\none,,-3,1e9",
      [
        "s.csv 3: lost span_outside_text",
        "s.csv 4: lost span_outside_text",
        "s.csv 3: lost content_missing",
        "s.csv 4: lost content_missing",
      ],
    ],
    [
      "no passage, no article, broken rows",
      "one,Nobody,,\none,,,\n,Nobody,,\nx\n",
      ["s.csv 5: lost broken_row", "s.csv 3: lost content_missing", "s.csv 4: lost document_missing"],
    ],
    ["names that objects have of themselves", "__proto__,constructor,,\none,Nobody,,", ["s.csv 2: lost text_missing"]],
  ])("lists %s", async (_name, rows, expected) => {
    const { lines, statements } = await read({
      "s.csv": `document_title,content_quote,content_start,content_end\n${rows}\n`,
    });
    expect(statements.map(({ spans }) => spans)).toEqual([["content 14 Nobody"]]);
    expect(lines).toEqual(expected);
  });

  it("stops at what holds no statement, and tells its columns", async () => {
    const { lines, tables } = await read({ "s.csv": "a,b\n1,2\n" });
    expect(lines.at(-1)).toContain("stops no_statements");
    expect(tables).toMatchObject([{ columns: ["a", "b"], parts: { content_quote: null, document_text: null } }]);
    await expect(read({ "s.csv": 'content_quote\n"' })).rejects.toThrow("no whole table");
  });
});
