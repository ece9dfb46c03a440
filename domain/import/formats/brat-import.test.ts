import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { annotatedFiles, inShort, type Parsed, parseAll } from "@/tests/support/annotated-files";
import { bratImport } from "./brat-import";

const TEXT = "Ines Halvorsen, who runs the clinic, said 😀 that “nobody asked us”. Marvik denied it.\nShe left.\n";

/** A line of a passage over the first place that says its words, positions in code points. */
function passage(id: string, label: string, ...pieces: string[]): string {
  const places = pieces.map((words) => {
    const at = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
    return `${at} ${at + Array.from(words).length}`;
  });
  return `${id}\t${label} ${places.join(";")}\t${pieces.join(" ")}`;
}

const parse = (ann: readonly string[] | string, text = TEXT): Promise<Parsed> =>
  parseAll(bratImport, { "a/one.txt": text, "a/one.ann": typeof ann === "string" ? ann : `${ann.join("\n")}\n` });

const statementsOf = ({ documents }: Parsed) =>
  documents.flatMap(({ passes }) => passes.flatMap((pass) => pass.statements));
const said = (parsed: Parsed) =>
  statementsOf(parsed).map(({ spans }) => spans.map(({ role, quote }) => `${role}: ${quote}`));
const problems = ({ lines }: Parsed) => lines.filter(({ code }) => code !== "annotators_told").map(inShort);

const EVENT = [
  passage("T1", "Source", "Ines Halvorsen, who runs the clinic"),
  passage("T2", "Cue", "said"),
  passage("T3", "Content", "that “nobody asked us”"),
  passage("T4", "Attribution", "said"),
  "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
];

describe("brat standoff", () => {
  it("reads an event as PolNeAR writes it", async () => {
    const parsed = await parse(EVENT);
    expect(said(parsed)).toEqual([
      ["content: that “nobody asked us”", "cue: said", "source: Ines Halvorsen, who runs the clinic"],
    ]);
    expect(problems(parsed)).toEqual([]);
    expect(parsed.documents[0]).toMatchObject({ title: "one", text: TEXT });
    expect(parsed.documents[0]?.passes[0]).toMatchObject({ kind: "annotation", annotator: "a", state: "submitted" });
  });

  it("reads an event without a source, numbered roles and content in pieces", async () => {
    const parsed = await parse([
      passage("T1", "Content", "Ines", "who runs"),
      passage("T2", "Content", "left"),
      passage("T3", "Cue", "denied"),
      passage("T4", "Attribution-no-source", "denied"),
      "E1\tAttribution-no-source:T4 Content:T1 Content2:T2 Cue:T3",
    ]);
    expect(said(parsed)).toEqual([["content: Ines", "content: who runs", "content: left", "cue: denied"]]);
    expect(problems(parsed)).toEqual([]);
  });

  it("reads attributes, notes and names of speakers", async () => {
    const parsed = await parse([
      ...EVENT,
      "A1\tForm E1 MIXED",
      "A2\tStance_T1 E1 oppose",
      "A3\tBasis_T1 E1 Inferred",
      "A4\tFrame_Conflict E1",
      "A5\tUnsure E1",
      "A6\tAnonymity_stated E1",
      "N1\tReference T1 Wikidata:Q42\tInes Halvorsen",
      "#1\tAnnotatorNotes E1\tIs she named?",
    ]);
    expect(statementsOf(parsed)).toMatchObject([
      {
        speaker: "Ines Halvorsen",
        fields: { form: "mixed", frame: ["conflict"], anonymity_stated: true },
        stances: [{ target: "T1", value: "oppose", basis: "inferred" }],
        confidence: "unsure",
        note: "Is she named?",
      },
    ]);
    expect(problems(parsed)).toEqual(["a/one.ann 12 N1: changed normalisation"]);
  });

  it("reads relations by what they are called, or by their passages", async () => {
    const parsed = await parse([
      passage("T1", "Content", "that “nobody asked us”"),
      passage("T2", "Cue", "said"),
      passage("T3", "Source", "Ines Halvorsen"),
      passage("T4", "Content", "it"),
      "R1\tCueOf Arg1:T2 Arg2:T1\t",
      "R2\tUttered_by Arg1:T1 Arg2:T3",
      "R3\tPartOf Arg1:T4 Arg2:T1",
    ]);
    expect(said(parsed)).toEqual([
      ["content: that “nobody asked us”", "cue: said", "source: Ines Halvorsen"],
      ["content: it"],
    ]);
    expect(statementsOf(parsed)[1]?.parent).toBe(statementsOf(parsed)[0]?.key);
    expect(problems(parsed)).toEqual(["a/one.ann 6 R2: maps relation_by_label"]);
  });

  it.each<[string, string[], string[]]>([
    ["words that are not the text's", ["T1\tContent 0 4\tMine"], ["a/one.ann 1 T1: lost quote_mismatch"]],
    ["a passage outside the text", ["T1\tContent 5000 5004\tInes"], ["a/one.ann 1 T1: lost span_outside_text"]],
    ["huge numbers", [`T1\tContent 0 ${"9".repeat(20)}\tInes`], ["a/one.ann 1 T1: lost span_outside_text"]],
    [
      "more digits than any number has",
      [`T1\tContent 0 ${"9".repeat(400)}\tInes`],
      ["a/one.ann 1 T1: lost unknown_line"],
    ],
    ["a passage turned round", ["T1\tContent 4 0\tInes"], ["a/one.ann 1 T1: lost span_outside_text"]],
    ["an unknown label", [passage("T1", "Person", "Ines")], ["a/one.ann 1 T1: lost unknown_label"]],
    ["a passage that belongs nowhere", [passage("T1", "Cue", "said")], ["a/one.ann 1 T1: lost unattached_span"]],
    [
      "a second line of the same id",
      [passage("T1", "Content", "Ines"), "T1\tCue 0 4\tInes"],
      ["a/one.ann 2 T1: lost repeated_id"],
    ],
    ["an equivalence", [passage("T1", "Content", "Ines"), "*\tEquiv T1 T1"], ["a/one.ann 2 *: lost equivalence"]],
    [
      "what is no line",
      [passage("T1", "Content", "Ines"), "nonsense", "Q1\tx y"],
      ["a/one.ann 2 nonsense: lost unknown_line", "a/one.ann 3 Q1: lost unknown_line"],
    ],
    [
      "unknown attributes and values",
      [
        passage("T1", "Content", "Ines"),
        "A1\tNegation T1",
        "A2\tForm T1 sung",
        "A3\tStance T1 oppose",
        "A4\tForm T9 direct",
      ],
      [
        "a/one.ann 5 A4: lost broken_reference",
        "a/one.ann 2 A1: lost unknown_attribute",
        "a/one.ann 3 A2: lost unknown_value",
        "a/one.ann 4 A3: lost stance_without_target",
      ],
    ],
    [
      "names that objects have of themselves",
      [passage("T1", "Content", "Ines"), "A1\t__proto__ T1 x", "A2\tconstructor T1", "A3\tStance___proto__ T1 oppose"],
      ["a/one.ann 2 A1: lost unknown_attribute", "a/one.ann 3 A2: lost unknown_attribute"],
    ],
    [
      "an event of passages that are not there",
      ["E1\tAttribution:T1 Content:T2"],
      [
        "a/one.ann 1 E1: lost broken_reference",
        "a/one.ann 1 E1: lost broken_reference",
        "a/one.ann 1 E1: lost content_missing",
      ],
    ],
    [
      "a source on the content",
      [
        passage("T1", "Content", "that “nobody asked us”"),
        passage("T2", "Source", "nobody"),
        "E1\tContent:T1 Source:T2",
      ],
      ["a/one.ann 3 E1: lost content_overlap"],
    ],
    [
      "two cues",
      [
        passage("T1", "Content", "that “nobody asked us”"),
        passage("T2", "Cue", "said", "denied"),
        "R1\tCueOf Arg1:T2 Arg2:T1",
      ],
      ["a/one.ann 1 T1: lost too_many_fragments"],
    ],
  ])("lists %s", async (_name, ann, expected) => {
    expect(problems(await parse(ann))).toEqual(expected);
  });

  it("undoes events that hold each other", async () => {
    const parsed = await parse([
      passage("T1", "Content", "Ines"),
      passage("T2", "Content", "left"),
      "E1\tContent:T1 Content2:E2",
      "E2\tContent:T2 Content2:E1 Content3:E2",
    ]);
    expect(statementsOf(parsed).map(({ parent }) => parent !== null)).toEqual([true, false]);
    expect(problems(parsed)).toEqual([
      "a/one.ann 4 E2: lost event_in_event",
      "a/one.ann 4 E2: lost circular_reference",
    ]);
  });

  it("finds how positions count by the words", async () => {
    const units = "T1\tContent 45 67\tthat “nobody asked us”";
    const parsed = await parse([units.replace("45 67", "45 67")]);
    expect(said(parsed)).toEqual([["content: that “nobody asked us”"]]);
    expect(problems(parsed)).toEqual(["a/one.ann: changed offset_unit"]);
  });

  it.each([
    ["lines that end with CR and LF", "One.\r\nTwo said so.\r\n", "T1\tContent 6 9\tTwo\r\n"],
    ["the same, counted as one", "One.\r\nTwo said so.\r\n", "T1\tContent 5 8\tTwo\r\n"],
    ["a byte order mark that counts", "\uFEFFOne.\nTwo said so.\n", "T1\tContent 6 9\tTwo\n"],
    ["a byte order mark that does not", "\uFEFFOne.\nTwo said so.\n", "\uFEFFT1\tContent 5 8\tTwo\n"],
  ])("reads %s", async (_name, text, ann) => {
    const parsed = await parse(ann, text);
    expect(statementsOf(parsed)).toMatchObject([{ spans: [{ start: 5, end: 8, quote: "Two" }] }]);
  });

  it("tells annotators by folders, by endings and not at all", async () => {
    const ann = `${passage("T1", "Content", "Ines")}\n`;
    const passesOf = async (files: Record<string, string>) =>
      (await parseAll(bratImport, files)).documents.map(({ key, passes }) => [
        key,
        ...passes.map(({ annotator }) => annotator),
      ]);
    expect(await passesOf({ "x/eva/1.txt": TEXT, "x/eva/1.ann": ann, "x/ola/1.txt": TEXT, "x/ola/1.ann": "" })).toEqual(
      [["x/eva/1.txt", "eva", "ola"]],
    );
    expect(
      await passesOf({
        "data/dev/text/a_b.txt": TEXT,
        "data/dev/attributions/a_b_4b22.ann": ann,
        "data/dev/attributions/a_b_d473.ann": ann,
        "data/train/text/a_b.txt": "Another text.",
        "data/train/attributions/a_b_4b22.ann": "",
      }),
    ).toEqual([
      ["data/dev/text/a_b.txt", "4b22", "d473"],
      ["data/train/text/a_b.txt", "4b22"],
    ]);
    expect(await passesOf({ "1.txt": TEXT, "1.ann": ann })).toEqual([["1.txt", "annotator"]]);
  });

  it("lists files that have no other", async () => {
    const files = {
      "1.ann": "T1\tContent 0 4\tInes",
      "2.txt": "Alone.",
      "metadata.tsv": "a\tb",
      "annotation.conf": "",
    };
    expect(problems(await parseAll(bratImport, files))).toEqual([
      "1.ann: lost text_missing",
      "2.txt: lost unread_file",
      "metadata.tsv: lost unread_file",
    ]);
  });

  it("leaves out a file that is no text, and reads the others", async () => {
    const ann = passage("T1", "Content", "Ines");
    const files = annotatedFiles({
      "1.txt": TEXT,
      "1.ann": ann,
      "2.txt": "",
      "2.ann": ann,
      "3.txt": TEXT,
      "3.ann": "",
    });
    for (const file of files.filter(({ name }) => name === "2.txt" || name === "3.ann")) {
      file.text = async () => {
        throw new Error("The file is no text.");
      };
    }
    const told: string[] = [];
    for await (const part of bratImport.parse(files, { codebook: defaultCodebook })) {
      if (part.part === "line" && part.line.effect === "lost") told.push(inShort(part.line));
      if (part.part === "document") told.push(part.document.key);
    }
    expect(told).toEqual(["1.txt", "2.txt: lost unread_file", "3.ann: lost unread_file", "3.txt"]);
  });
});
