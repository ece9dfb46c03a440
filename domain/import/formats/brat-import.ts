import type { AnnotatedPart, ReportLine } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
} from "@/domain/import/annotated/annotated-format";
import { normaliseText, UnstorableTextError } from "@/domain/text/normalise-text";
import { buildDocument } from "../foreign/build-document";
import { CodebookNames } from "../foreign/codebook-names";
import { type ForeignReading, reportLine } from "../foreign/foreign-data";
import { textOfFile } from "../foreign/text-of-file";
import { readBratReading } from "./brat-reading";
import { type BratPair, pairBratFiles } from "./pair-brat-files";

/**
 * brat standoff: `.txt` and `.ann` files, one reading for each `.ann`. Readings of the same text come together in one
 * document, also where each annotator's folder has the text again.
 */
export const bratImport: AnnotatedFormat = {
  key: "brat",
  name: "brat standoff",
  recognise: (files) => (files.some(({ name }) => /\.ann$/i.test(name)) ? 1 : 0),
  async *parse(files, { codebook }) {
    const pairs = pairBratFiles(files);
    if (pairs.length === 0) throw new AnnotatedFormatError("There is no .ann file: brat keeps annotations in them.");
    const names = new CodebookNames(codebook);
    yield* sayFiles(files, pairs);
    for (const sameName of byTextName(pairs)) {
      const { texts, lines: unread } = await byContent(sameName);
      for (const line of unread) yield { part: "line", line };
      for (const { text, written, hadMark, anns } of texts) {
        const readings: ForeignReading[] = [];
        for (const { ann, annotator } of anns) {
          const read = await textOfFile(ann);
          if ("line" in read) {
            yield { part: "line", line: read.line };
            continue;
          }
          const { reading, lines } = readBratReading({ file: ann.name, text: read.text, annotator }, names);
          for (const line of lines) yield { part: "line", line };
          readings.push(reading);
        }
        const base = baseOf(text.name);
        const isId = UUID.test(base);
        yield* buildDocument(
          {
            ...{ place: { file: text.name, line: null, at: "" }, key: text.name },
            ...{ article: isId ? { id: base } : { title: base }, text: written, hadMark, readings },
          },
          names,
        );
      }
    }
  },
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const baseOf = (name: string) => (name.split("/").at(-1) ?? "").replace(/\.txt$/i, "");

/** What brat itself keeps beside annotations, what systems add, and what our own export says. */
const BESIDE = /(?:^|\/)(?:[^/]*\.conf|\.[^/]*|README[^/]*|LICENSE[^/]*|Thumbs\.db)$|(?:^|\/)__MACOSX\//i;

function* sayFiles(files: readonly AnnotatedFile[], pairs: readonly BratPair[]): Generator<AnnotatedPart> {
  const used = new Set(pairs.flatMap(({ ann, text }) => [ann, ...(text ? [text] : [])]));
  for (const { ann, text } of pairs) {
    if (text) continue;
    const place = { file: ann.name, line: null, at: "" };
    const message = "No .txt file is called like it; its annotations are left out. Bring the text too.";
    yield { part: "line", line: reportLine("lost", "text_missing", place, message) };
  }
  const known = new Set(pairs.flatMap(({ text }) => (text ? [baseOf(text.name)] : [])));
  for (const file of files) {
    const isAgain = /\.txt$/i.test(file.name) && known.has(baseOf(file.name));
    if (used.has(file) || isAgain || BESIDE.test(file.name)) continue;
    const place = { file: file.name, line: null, at: "" };
    const message = /\.txt$/i.test(file.name)
      ? "No .ann file belongs to this text; it is left out. Import it as an article, or bring an empty .ann file for “read, and nothing marked”."
      : "The file is neither a text nor its annotations; it is left out.";
    yield { part: "line", line: reportLine("lost", "unread_file", place, message) };
  }
  const how = new Map(pairs.map((pair) => [pair.toldBy, pair]));
  for (const { toldBy, ann, annotator } of how.values()) {
    const told = {
      folder: `Annotators are told by folders: “${annotator}” here.`,
      ending: `Annotators are told by what follows the name of the text: “${annotator}” here.`,
      nothing: "Nothing tells who annotated; they are called “annotator”. Put each one's files in a folder of its own.",
    };
    const place = { file: ann.name, line: null, at: "" };
    yield { part: "line", line: reportLine("maps", "annotators_told", place, told[toldBy]) };
  }
}

function byTextName(pairs: readonly BratPair[]): BratPair[][] {
  const groups = new Map<string, BratPair[]>();
  for (const pair of pairs) {
    if (!pair.text) continue;
    const base = baseOf(pair.text.name);
    groups.set(base, [...(groups.get(base) ?? []), pair]);
  }
  return [...groups.values()];
}

interface SameText {
  text: AnnotatedFile;
  written: string;
  hadMark: boolean;
  anns: BratPair[];
}

/** Pairs of one name by what their texts say: the same name may stand for different articles in different folders. */
async function byContent(pairs: readonly BratPair[]): Promise<{ texts: SameText[]; lines: ReportLine[] }> {
  const lines: ReportLine[] = [];
  const texts: (SameText & { stored: string })[] = [];
  const known = new Map<AnnotatedFile, SameText | null>();
  for (const pair of pairs) {
    const { text } = pair;
    if (!text) continue;
    let same = known.get(text);
    if (same === undefined) {
      const read = await textOfFile(text);
      if ("line" in read) {
        lines.push(read.line);
        known.set(text, null);
        continue;
      }
      const { text: written } = read;
      const stored = storedOf(written);
      same = texts.find((one) => one.stored === stored);
      if (!same) {
        const [a, b, c] = await text.bytes();
        const added = { text, written, hadMark: a === 0xef && b === 0xbb && c === 0xbf, anns: [], stored };
        texts.push(added);
        same = added;
      }
      known.set(text, same);
    }
    same?.anns.push(pair);
  }
  return { texts, lines };
}

function storedOf(written: string): string {
  try {
    return normaliseText(written);
  } catch (error) {
    if (error instanceof UnstorableTextError) return written;
    throw error;
  }
}
