import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
} from "@/domain/import/annotated/annotated-format";
import { buildDocument, type ForeignArticle, textInData } from "../foreign/build-document";
import { CodebookNames } from "../foreign/codebook-names";
import { type ForeignReading, reportLine } from "../foreign/foreign-data";
import { type JsonObject, listOf, objectOf, sha256Of, textOf, uuidOf, valueAt } from "../foreign/json-values";
import { valueOfFile } from "../foreign/text-of-file";
import { readCasStructures } from "./cas-json-reading";
import { namePassFiles, type PassFile } from "./pass-files";

/**
 * UIMA CAS JSON 0.4, a draft: a file for each document and annotator, with the text in it. Positions are UTF-16 units as
 * Java counts, unless the words that are quoted say otherwise.
 */
export const casJsonImport: AnnotatedFormat = {
  key: "cas-json",
  name: "UIMA CAS JSON",
  recognise(files, head) {
    const isCas = (file: AnnotatedFile) =>
      /\.json$/i.test(file.name) && /^\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(head(file));
    return files.some(isCas) ? 1 : 0;
  },
  async *parse(files, { codebook }) {
    const names = new CodebookNames(codebook);
    let count = 0;
    for (const [document, passes] of namePassFiles(files.filter(({ name }) => /\.json$/i.test(name)))) {
      // Files of one name may still be of different texts.
      const byText = new Map<string, { article: ForeignArticle; readings: ForeignReading[] }>();
      for (const pass of passes) {
        const read = await valueOfFile(pass.file);
        if ("line" in read) {
          yield { part: "line", line: read.line };
          continue;
        }
        const found = readPass(objectOf(read.value), pass, names);
        for (const part of found.parts) yield part;
        if (!found.reading) continue;
        count += 1;
        const same = byText.get(found.text) ?? { article: { title: document, ...found.article }, readings: [] };
        byText.set(found.text, same);
        same.readings.push(found.reading);
      }
      for (const [text, { article, readings }] of byText) {
        const place = readings[0]?.place ?? { file: document, line: null, at: "" };
        yield* buildDocument({ place, key: place.file, article, text: textInData(text), readings }, names);
      }
    }
    if (count === 0) throw new AnnotatedFormatError("There is no CAS in JSON with a text in these files.");
    for (const { name } of files.filter((file) => !/\.json$/i.test(file.name) && !/(?:^|\/)README/i.test(file.name))) {
      const place = { file: name, line: null, at: "" };
      yield { part: "line", line: reportLine("lost", "unread_file", place, "It is no CAS in JSON; it is left out.") };
    }
  },
};

interface FoundPass {
  text: string;
  article: ForeignArticle;
  /** Null: the file has no text. */
  reading: ForeignReading | null;
  parts: AnnotatedPart[];
}

function readPass(cas: JsonObject | null, { file, annotator, isGold }: PassFile, names: CodebookNames): FoundPass {
  const place = { file: file.name, line: null, at: "" };
  const structures = new Map<number, JsonObject>();
  const parts: AnnotatedPart[] = [];
  for (const [index, value] of listOf(valueAt(cas, "%FEATURE_STRUCTURES")).entries()) {
    const structure = objectOf(value);
    const id = valueAt(structure, "%ID");
    if (structure && typeof id === "number" && !structures.has(id)) structures.set(id, structure);
    else {
      const at = { ...place, at: `$["%FEATURE_STRUCTURES"][${index}]` };
      parts.push({
        part: "line",
        line: reportLine("lost", "repeated_id", at, "It has no number of its own; it is left out."),
      });
    }
  }
  const texts = [...structures].filter(([, one]) => typeof valueAt(one, "sofaString") === "string");
  const [sofa, ...others] = texts;
  if (!sofa) {
    parts.push({ part: "line", line: reportLine("lost", "text_missing", place, "The file has no text (sofaString).") });
    return { text: "", article: {}, reading: null, parts };
  }
  if (others.length > 0) {
    const message = `The file has ${texts.length} views; only the first is read.`;
    parts.push({ part: "line", line: reportLine("lost", "second_view", place, message) });
  }
  const ofType = (ending: string) =>
    [...structures.values()].find((one) => String(valueAt(one, "%TYPE")).endsWith(ending)) ?? null;
  const dataset = ofType("sayso.Dataset");
  const metadata = ofType(".DocumentMetaData");
  const said = textOf(valueAt(dataset, "annotator")) ?? annotator;
  const { marks, groups, links, lines } = readCasStructures(structures, sofa[0], place, names);
  for (const line of lines) parts.push({ part: "line", line });
  const kind = isGold || said === "gold" ? "adjudication" : said.startsWith("agent:") ? "suggestion" : "annotation";
  const id = uuidOf(valueAt(dataset, "documentId"));
  return {
    text: String(valueAt(sofa[1], "sofaString")),
    article: id
      ? { id, title: null, sha256: sha256Of(valueAt(dataset, "sha256")) }
      : { ...titleOf(metadata), language: languageOf(ofType("uima.tcas.DocumentAnnotation") ?? metadata) },
    reading: {
      ...{ annotator: said, kind, state: "submitted", submittedAt: null, partsAtLineEnds: false },
      units: ["utf16_code_unit", "unicode_code_point"],
      ...{ marks, groups, links, place },
    },
    parts,
  };
}

function titleOf(metadata: JsonObject | null): ForeignArticle {
  const title = textOf(valueAt(metadata, "documentTitle"));
  return title ? { title } : {};
}

function languageOf(structure: JsonObject | null): string | null {
  const language = textOf(valueAt(structure, "language"));
  return language === "x-unspecified" ? null : language;
}
