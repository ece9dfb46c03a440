import { describe, expect, it } from "vitest";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { webannoImport } from "./webanno-import";

const HEAD = ["#FORMAT=WebAnno TSV 3.3"];
const tsv = (...lines: string[]) => `${[...HEAD, ...lines].join("\n")}\n`;

async function read(file: string, name = "annotation/one.txt/eva.tsv", more: Record<string, string> = {}) {
  const { documents, lines } = await parseAll(webannoImport, { [name]: file, ...more });
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
    lines: lines.filter(({ code }) => code !== "text_rebuilt").map(inShort),
  };
}

const SPAN = "#T_SP=webanno.custom.Quotation|part|Form";
const ROWS = [
  ...["", "", "#Text=😀 Ines said: “Nobody asked us”."],
  "1-1\t0-2\t😀\t_\t_\t",
  "1-2\t3-7\tInes\tSource[1]\t*[1]\t",
  "1-3\t8-12\tsaid\tcue\t*\t",
  "1-4\t12-13\t:\t_\t_\t",
  "1-5\t14-21\t“Nobody\tContent[2]|Content[3]\tDirect[2]|*[3]\t",
  "1-6\t22-27\tasked\tContent[2]\tDirect[2]\t",
  "1-7\t28-31\tus”\tContent[2]\tDirect[2]\t",
  "1-8\t31-32\t.\t_\t_\t",
];

describe("WebAnno TSV", () => {
  it("reads passages over several tokens and stacked ones, and ties them by relations", async () => {
    const relation = [
      "\t_\t_",
      "\tsource\t1-5[2_1]",
      "\tcue\t1-5[2_0]",
      "\t_\t_",
      "\t_\t_",
      "\t_\t_",
      "\t_\t_",
      "\t_\t_",
    ];
    const rows = [...ROWS.slice(0, 3), ...ROWS.slice(3).map((row, index) => row.replace(/\t$/, relation[index] ?? ""))];
    const { statements, lines, documents } = await read(
      tsv(SPAN, "#T_RL=webanno.custom.Tie|role|BT_webanno.custom.Quotation", ...rows),
    );
    expect(statements).toEqual([
      { spans: ["content 13 “Nobody asked us”", "cue 7 said", "source 2 Ines"], fields: { form: "direct" } },
      { spans: ["content 13 “Nobody"], fields: {} },
    ]);
    expect(lines).toEqual([]);
    expect(documents[0]).toMatchObject({ title: "one", text: "😀 Ines said: “Nobody asked us”." });
    expect(documents[0]?.passes[0]).toMatchObject({ annotator: "eva", kind: "annotation" });
  });

  it("reads slots", async () => {
    const { statements, lines } = await read(
      tsv(
        "#T_SP=webanno.custom.Cue|kind|ROLE_webanno.custom.Cue:parts_webanno.custom.CuePartsLink|uima.tcas.Annotation",
        "#T_SP=webanno.custom.Content|",
        ...["", "", "#Text=Ines said no ."],
        "1-1\t0-4\tInes\t_\t_\t_\t*[5]",
        "1-2\t5-9\tsaid\t*\tsource;content;content\t1-1[5];1-3[6];2-9\t_",
        "1-3\t10-12\tno\t_\t_\t_\t*[6]",
        "1-4\t13-14\t.\t_\t_\t_\t_",
      ),
    );
    expect(statements.map(({ spans }) => spans)).toEqual([["content 10 no", "cue 5 said", "source 0 Ines"]]);
    expect(lines).toEqual(["annotation/one.txt/eva.tsv 8 1-2: lost broken_reference"]);
  });

  it("puts the text together, undoing what is escaped, and takes the one beside it", async () => {
    const file = tsv(
      "#T_SP=webanno.custom.Content|Note",
      ...["", "", "#Text=A\\\\b\\tc", "1-1\t0-5\tA\\\\b\\tc\tx\\_y\\;z\\|\\[1\\]\\->\\*", ""],
      ...["#Text=Two", "#Text=lines", "2-1\t7-10\tTwo\t_", "2-2\t11-16\tlines\t_"],
    );
    const rebuilt = await read(file);
    expect(rebuilt.documents[0]?.text).toBe("A\\b\tc\n\nTwo\nlines");
    expect(rebuilt.documents[0]?.passes[0]?.statements).toMatchObject([{ note: "x_y;z|[1]->*" }]);
    const beside = await read(file, "eva/one.tsv", { "one.txt": "A\\b\tc \nTwo\nlines\n" });
    expect(beside.documents[0]?.text).toBe("A\\b\tc \nTwo\nlines\n");
    expect(beside.lines).toEqual([]);
  });

  it("reads code points where the tokens are as long as these", async () => {
    const { statements, lines } = await read(
      tsv("#T_SP=webanno.custom.Content|", "", "", "#Text=😀😀 yes", "1-1\t0-2\t😀😀\t_", "1-2\t3-6\tyes\t*"),
    );
    expect(statements.map(({ spans }) => spans)).toEqual([["content 3 yes"]]);
    expect(lines).toEqual(["annotation/one.txt/eva.tsv: changed offset_unit"]);
  });

  it.each<[string, string[], string[]]>([
    ["what is no row", ["nonsense\tx"], ["a.tsv 7: lost unknown_line"]],
    ["a row of no sentence", [], []],
    ["a sentence that lies on the one before", ["#Text=No", "2-1\t0-2\tNo\t*"], ["a.tsv 7: lost broken_sentence"]],
    [
      "a sentence after a gap without end",
      ["#Text=No", "2-1\t999999999-999999999999\tNo\t*"],
      ["a.tsv 7: lost broken_sentence", "a.tsv 8 2-1: lost span_outside_text"],
    ],
    ["carriage returns", ["\r", "#Text=No\r", "2-1\t4-6\tNo\t_\r"], []],
    [
      "chains and linguistic layers",
      ["#T_CH=x.CoreferenceLink|a|b", "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|v"],
      ["a.tsv: lost unknown_layer", "a.tsv: lost unknown_layer"],
    ],
    ["names that objects have of themselves", ["#T_SP=__proto__|constructor"], []],
  ])("reads %s", async (_name, more, expected) => {
    const file = tsv("#T_SP=webanno.custom.Content|", "", "", "#Text=Yes", "1-1\t0-3\tYes\t*", ...more);
    const { statements, lines } = await read(file, "a.tsv");
    expect(statements[0]?.spans).toEqual(["content 0 Yes"]);
    expect(lines).toEqual(expected);
  });

  it("lists an unknown layer and files of something else", async () => {
    const file = tsv("#T_SP=webanno.custom.Person|", "", "", "#Text=Yes", "1-1\t0-3\tYes\t*");
    const { lines } = await read(file, "a.tsv", { "b.tsv": "a\tb\n", "c.xml": "<a/>" });
    expect(lines).toEqual(["a.tsv 6 1-1: lost unknown_label", "b.tsv: lost unread_file", "c.xml: lost unread_file"]);
  });
});
