import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
  type ParseOptions,
} from "@/domain/import/annotated/annotated-format";
import { countCodePoints, DocumentText } from "@/domain/text/document-text";
import { buildDocument, type ForeignArticle } from "../foreign/build-document";
import { CodebookNames } from "../foreign/codebook-names";
import { findArticleText } from "../foreign/find-article-text";
import { type ForeignMark, type ForeignReading, type OffsetUnit, reportLine } from "../foreign/foreign-data";
import { uuidOf } from "../foreign/json-values";
import { textOfFile } from "../foreign/text-of-file";
import { namePassFiles, type PassFile } from "./pass-files";
import { readWebAnnoMarks } from "./webanno-reading";
import { isWebAnno, readWebAnnoRows } from "./webanno-rows";
import { rebuildText } from "./webanno-text";

/**
 * WebAnno TSV 3 (WebAnno, INCEpTION): a file for each document and annotator. Positions are UTF-16 units. The text is the
 * one beside it or the project's where there is one, else put together from the sentences.
 */
export const webannoImport: AnnotatedFormat = {
  key: "webanno-tsv",
  name: "WebAnno TSV 3",
  recognise: (files, head) => (files.some((file) => isTsv(file) && isWebAnno(head(file))) ? 1 : 0),
  async *parse(files, options) {
    const names = new CodebookNames(options.codebook);
    const tables = files.filter(isTsv);
    if (tables.length === 0) throw new AnnotatedFormatError("There is no .tsv file of WebAnno.");
    for (const [document, passes] of namePassFiles(tables)) {
      yield* readDocument({ document, passes, files, options, names });
    }
    for (const { name } of files.filter((file) => !isTsv(file) && !/\.txt$/i.test(file.name))) {
      const place = { file: name, line: null, at: "" };
      yield {
        part: "line",
        line: reportLine("lost", "unread_file", place, "It is no file of WebAnno; it is left out."),
      };
    }
  },
};

const isTsv = ({ name }: AnnotatedFile) => /\.tsv$/i.test(name);

interface ToRead {
  document: string;
  passes: readonly PassFile[];
  files: readonly AnnotatedFile[];
  options: ParseOptions;
  names: CodebookNames;
}

async function* readDocument({ document, passes, files, options, names }: ToRead): AsyncGenerator<AnnotatedPart> {
  const id = uuidOf(document);
  const article: ForeignArticle = id ? { id } : { title: document };
  const found = await findArticleText(files, options, article);
  // Annotators' files of one name may still be of different texts.
  const byText = new Map<string, ForeignReading[]>();
  for (const { file, annotator, isGold } of passes) {
    const place = { file: file.name, line: null, at: "" };
    const readText = await textOfFile(file);
    if ("line" in readText) {
      yield { part: "line", line: readText.line };
      continue;
    }
    const { text: written } = readText;
    if (!isWebAnno(written.slice(0, 100))) {
      yield {
        part: "line",
        line: reportLine("lost", "unread_file", place, "It is no file of WebAnno TSV 3; it is left out."),
      };
      continue;
    }
    const rows = readWebAnnoRows(file.name, written);
    const { text, unit, lines } = rebuildText(rows);
    const read = readWebAnnoMarks(rows, place, names);
    for (const line of [...rows.lines, ...lines, ...read.lines]) yield { part: "line", line };
    if (unit !== "utf16_code_unit") {
      const message = "Positions were read as code points, not as UTF-16 units: so they fit the words.";
      yield { part: "line", line: reportLine("changed", "offset_unit", place, message) };
    }
    const quoted = withWords(read.marks, text, unit);
    const readings = byText.get(text) ?? [];
    byText.set(text, readings);
    readings.push({
      ...{ annotator, kind: isGold ? "adjudication" : "annotation", state: "submitted", submittedAt: null },
      ...{ units: [unit], partsAtLineEnds: false, alike: withoutSpaces },
      ...{ marks: quoted, groups: read.groups, links: read.links, place },
    });
  }
  let number = 0;
  for (const [rebuilt, readings] of byText) {
    number += 1;
    const place = readings[0]?.place ?? { file: document, line: null, at: "" };
    const isOurs = found !== null && withoutSpaces(found.text) === withoutSpaces(rebuilt);
    if (!isOurs) {
      const message =
        "The format does not hold what stands between sentences: one character was taken for a space, more for line ends.";
      yield { part: "line", line: reportLine("changed", "text_rebuilt", place, message) };
    }
    yield* buildDocument(
      {
        place,
        key: number === 1 ? document : `${document} (${number})`,
        // Our own id names the text as it was: another one is another article.
        article: isOurs ? found.article : { title: document },
        text: isOurs ? found.text : rebuilt,
        isKnown: isOurs && found.isKnown,
        readings,
      },
      names,
    );
  }
}

const withoutSpaces = (words: string) => words.replace(/\s+/g, " ").trim();

/** Marks with the words that the rebuilt text has there; what lies outside it is told when it is placed. */
function withWords(marks: readonly ForeignMark[], text: string, unit: OffsetUnit): ForeignMark[] {
  const indexed = new DocumentText(text);
  const at = (position: number) => (unit === "utf16_code_unit" ? position : indexed.toUtf16(position));
  const length = unit === "utf16_code_unit" ? text.length : countCodePoints(text);
  return marks.map((mark) => {
    const isInside = mark.ranges.every(({ start, end }) => start < end && end <= length);
    const words = mark.ranges.map(({ start, end }) => (isInside ? text.slice(at(start), at(end)) : ""));
    return { ...mark, quote: isInside ? words.join(" ") : null };
  });
}
