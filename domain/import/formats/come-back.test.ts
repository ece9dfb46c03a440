import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Codebook } from "@/domain/codebook/codebook";
import { roleOrder } from "@/domain/codebook/find-field";
import { applicableAnswers } from "@/domain/formats/applicable-answers";
import { brat } from "@/domain/formats/brat";
import { casJson } from "@/domain/formats/cas-json";
import { csv } from "@/domain/formats/csv-formats";
import type { ExportFormat } from "@/domain/formats/export-format";
import { jsonl } from "@/domain/formats/jsonl";
import { labelStudio } from "@/domain/formats/label-studio";
import { webAnnotation } from "@/domain/formats/web-annotation";
import { webannoTsv } from "@/domain/formats/webanno-tsv";
import type { AnnotatedFormat, ArticleReference } from "@/domain/import/annotated/annotated-format";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import { makeSpan, sortSpans } from "@/domain/text/spans";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { hostileDataset } from "@/tests/support/dataset";
import { type FlatDataset, writeFiles } from "@/tests/support/flat-dataset";
import { goldenDataset } from "@/tests/support/golden-dataset";
import { bratImport } from "./brat-import";
import { casJsonImport } from "./cas-json-import";
import { labelStudioImport } from "./label-studio-import";
import { statementTableImport } from "./statement-table-import";
import { webAnnotationImport } from "./web-annotation-import";
import { webannoImport } from "./webanno-import";

/** What of a statement is compared: entities by name, ties by id. */
interface Carried {
  spans: Span[];
  speaker: string | null;
  chain: string[];
  stances: { target: string; value: string | null; basis: string | null }[];
  fields: FieldAnswers;
  confidence: string;
  unsureComment: string;
  note: string;
  parent: string | null;
}

/** What a format cannot hold of a statement. Absent: it holds all. */
interface Losses {
  spans?: (spans: Span[], text: DocumentText) => Span[];
  /** What of the passages that come back is not compared. */
  back?: (spans: Span[]) => Span[];
  /** A name as the format writes it. */
  name?: (name: string) => string;
  change?: (carried: Carried) => Partial<Carried>;
  /** Targets are named by their wording, not by their handle. */
  wording?: boolean;
  /** U+FEFF is not told from a byte order mark or from white space. */
  noMarks?: boolean;
  /** The texts are the project's: the format does not hold all of them. */
  knowsTexts?: boolean;
  /** A reading of nothing is not written. */
  noEmptyReadings?: boolean;
  /** Nor is a document without statements. */
  noEmptyDocuments?: boolean;
}

const oneLine = (words: string) => words.replace(/[\r\n\t]+/g, " ").trim();

/** Each format by name: what it writes, what reads it, and all that is lost on the way. */
const FORMATS: [name: string, written: ExportFormat, read: AnnotatedFormat, losses: Losses][] = [
  [
    "brat",
    brat,
    bratImport,
    {
      noMarks: true,
      // Line ends and tabs at the edges of a passage; two passages with nothing else between them are one.
      spans: partedAtBreaks,
      name: oneLine,
      change: ({ fields, note, stances }) => ({
        // “No” is not written, nor why a statement is unsure; notes are one line; a target without value says nothing.
        fields: withoutNo(fields),
        unsureComment: "",
        note: note.replace(/[\r\n\t]+/g, " "),
        stances: stances.filter(({ value, basis }) => value !== null || basis !== null),
      }),
    },
  ],
  [
    "Label Studio",
    labelStudio,
    labelStudioImport,
    {
      change: ({ stances, speaker }) => ({
        // The speaker, not the chain; the value of a stance, not its basis; neither confidence nor nesting.
        chain: speaker === null ? [] : [speaker],
        stances: stances.filter(({ value }) => value !== null).map((stance) => ({ ...stance, basis: null })),
        ...{ confidence: "sure", unsureComment: "", parent: null },
      }),
    },
  ],
  [
    "JSON Lines",
    jsonl,
    statementTableImport,
    { knowsTexts: true, noEmptyReadings: true, noEmptyDocuments: true, wording: true },
  ],
  [
    "CSV",
    csv,
    statementTableImport,
    {
      ...{ knowsTexts: true, noEmptyReadings: true, noEmptyDocuments: true, wording: true },
      // A name with the sign between names in it is no part of a chain that can be told.
      change: ({ chain, speaker }) => ({
        chain: chain.length > 1 && chain.join("").includes(" > ") ? [speaker ?? ""] : chain,
      }),
    },
  ],
  [
    "CAS JSON",
    casJson,
    casJsonImport,
    {
      wording: true,
      // The speaker, not the chain; no nesting.
      change: ({ speaker }) => ({ chain: speaker === null ? [] : [speaker], parent: null }),
    },
  ],
  [
    "WebAnno TSV",
    webannoTsv,
    webannoImport,
    {
      // White space at the edges of a passage, unless it is one with what follows (a space and U+200D).
      ...{ spans: trimmed, back: trimmed },
      ...{ knowsTexts: true, noMarks: true },
      // The speaker, not the chain; neither confidence, nor notes, nor nesting.
      change: ({ speaker }) => ({
        chain: speaker === null ? [] : [speaker],
        ...{ confidence: "sure", unsureComment: "", note: "", parent: null },
      }),
    },
  ],
  [
    "Web Annotations",
    webAnnotation,
    webAnnotationImport,
    {
      ...{ wording: true, noEmptyReadings: true },
      // Neither why a statement is unsure, nor nesting.
      change: () => ({ unsureComment: "", parent: null }),
    },
  ],
];

describe.each(FORMATS)("what was exported as %s", (_name, written, read, losses) => {
  const comesBack = async (dataset: FlatDataset) => {
    const findText = async ({ id }: ArticleReference) => dataset.documents.find((one) => one.id === id) ?? null;
    const files = Object.fromEntries(await writeFiles(written, dataset));
    const { documents, lines } = await parseAll(read, files, losses.knowsTexts ? { findText } : {});
    const { back = (same) => same } = losses;
    const statements = documents.flatMap(({ passes }) => passes.flatMap((pass) => pass.statements));
    const keys = new Map(statements.map(({ key, id }) => [key, id]));
    const found = Object.fromEntries(
      statements.map((one): [string, Carried] => [
        one.id ?? one.key,
        {
          spans: back(one.spans.map(({ role, start, end, quote }) => ({ role, start, end, quote: quote ?? "" }))),
          speaker: one.speaker,
          chain: one.chain.length === 0 && one.speaker !== null ? [one.speaker] : [...one.chain],
          stances: one.stances.map((stance) => ({ ...stance })),
          fields: { ...one.fields },
          confidence: one.confidence,
          unsureComment: one.unsureComment ?? "",
          note: one.note,
          parent: one.parent === null ? null : (keys.get(one.parent) ?? "?"),
        },
      ]),
    );
    expect(found).toEqual(expectedOf(dataset, losses));
    return { documents, lines };
  };

  it("comes back, but for what it cannot hold", async () => {
    const { documents, lines } = await comesBack(goldenDataset);
    expect(lines.filter(({ effect }) => effect !== "maps").map(inShort)).toEqual([]);
    const expectedDocuments = goldenDataset.documents.filter((_, index) => index === 0 || !losses.noEmptyDocuments);
    const inOrder = [...documents].sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
    expect(inOrder.map(({ id, text }) => ({ id, text }))).toEqual(
      expectedDocuments.map(({ id, text }) => ({ id, text: losses.knowsTexts ? null : text })),
    );
    expect(inOrder.map(({ passes }) => passes.map(({ kind, annotator }) => `${kind} ${annotator}`))).toEqual([
      ["annotation ann_a", "annotation ann_b", "adjudication gold"],
      ...(losses.noEmptyDocuments ? [] : [losses.noEmptyReadings ? [] : ["annotation ann_a", "annotation ann_b"]]),
    ]);
  });

  it("comes back with any texts and names", async () => {
    await fc.assert(
      fc.asyncProperty(hostileDataset, async (dataset) => {
        fc.pre(!losses.noMarks || dataset.documents.every(({ text }) => !text.includes("\uFEFF")));
        await comesBack(dataset);
      }),
      { numRuns: 25 },
    );
  });
});

function expectedOf(
  dataset: FlatDataset,
  { spans: parted, name = (same) => same, change, wording = false }: Losses,
): Record<string, Carried> {
  const { speakers, targets } = dataset.registry;
  const nameOf = (id: string) => name(speakers.find((speaker) => speaker.id === id)?.name ?? "");
  const codebook = dataset.codebooks[0]?.content as Codebook;
  const expected = new Map<string, Carried>();
  for (const statement of dataset.statements) {
    const { id, speakerId } = statement;
    const text = textOf(dataset, statement);
    const plain = statement.spans.map(({ role, start, end, quote }) => ({ role, start, end, quote }));
    const whole = sortSpans(plain, roleOrder(codebook));
    // A passage of white space is no passage.
    const spans = (parted ? parted(whole, text) : whole).filter(({ quote }) => quote.trim() !== "");
    if (!spans.some(({ role }) => role === "content")) continue;
    const carried: Carried = {
      spans,
      speaker: speakerId === null ? null : nameOf(speakerId),
      chain: statement.chain.map(nameOf),
      stances: statement.stances.map(({ targetId, value, basis }) => ({
        target: targets.find((target) => target.id === targetId)?.[wording ? "name" : "key"] ?? "",
        ...{ value, basis },
      })),
      // Only what applies is exported at all.
      fields: Object.fromEntries(
        Object.entries(applicableAnswers(statement, codebook)).filter(([, answer]) => [answer].flat().length > 0),
      ),
      confidence: statement.confidence,
      unsureComment: statement.confidence === "unsure" ? (statement.unsureComment ?? "") : "",
      note: statement.note,
      parent: statement.parentId,
    };
    expected.set(id, { ...carried, ...change?.(carried) });
  }
  for (const carried of expected.values()) if (carried.parent && !expected.has(carried.parent)) carried.parent = null;
  return Object.fromEntries(expected);
}

function textOf(dataset: FlatDataset, { assignmentId }: Statement): DocumentText {
  const assignment = dataset.assignments.find(({ id }) => id === assignmentId);
  return new DocumentText(dataset.documents.find(({ id }) => id === assignment?.documentId)?.text ?? "");
}

function partedAtBreaks(spans: Span[], text: DocumentText): Span[] {
  const pieces: Span[] = [];
  for (const { role, quote, start, end } of spans) {
    const before = /^[\n\t]*/.exec(quote)?.[0].length ?? 0;
    const after = /[\n\t]*$/.exec(quote)?.[0].length ?? 0;
    if (before === quote.length) continue;
    const last = pieces.at(-1);
    const range = { start: start + before, end: end - after };
    if (last?.role === role && last.end < range.start && /^[\n\t]+$/.test(text.slice(last.end, range.start))) {
      pieces[pieces.length - 1] = makeSpan(text, role, { start: last.start, end: range.end });
    } else pieces.push(makeSpan(text, role, range));
  }
  return pieces;
}

function trimmed(spans: Span[]): Span[] {
  return spans.flatMap(({ role, quote, start, end }) => {
    const words = quote.trim();
    const before = quote.length - quote.trimStart().length;
    const after = quote.length - quote.trimEnd().length;
    return words === "" ? [] : [{ role, start: start + before, end: end - after, quote: words }];
  });
}

const withoutNo = (fields: FieldAnswers) =>
  Object.fromEntries(Object.entries(fields).filter(([, answer]) => answer !== false));
