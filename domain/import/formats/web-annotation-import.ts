import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import {
  type AnnotatedFile,
  type AnnotatedFormat,
  AnnotatedFormatError,
} from "@/domain/import/annotated/annotated-format";
import { buildDocument, type ForeignArticle, textInData } from "../foreign/build-document";
import { CodebookNames } from "../foreign/codebook-names";
import { type FoundText, findArticleText } from "../foreign/find-article-text";
import { type ForeignReading, reportLine } from "../foreign/foreign-data";
import { dayOf, type JsonObject, listOf, objectOf, sha256Of, textOf, uuidOf, valueAt } from "../foreign/json-values";
import { valueOfFile } from "../foreign/text-of-file";
import { readWebAnnotation } from "./web-annotation-reading";

interface About {
  article: ForeignArticle;
  text: string | null;
}

/**
 * W3C Web Annotations: collections, pages, lists and single ones. An annotation is a statement; its targets are passages,
 * by position or by quotation with what stands around it; what it says of them is in its bodies. Texts are those that our
 * own export brings, files called like the source, or articles of the project.
 */
export const webAnnotationImport: AnnotatedFormat = {
  key: "web-annotation",
  name: "W3C Web Annotation",
  recognise(files, head) {
    const isOne = (file: AnnotatedFile) =>
      /\.(?:json|jsonld)$/i.test(file.name) &&
      /www\.w3\.org\/ns\/anno|"type"\s*:\s*"Annotation(?:Collection|Page)?"/.test(head(file));
    return files.some(isOne) ? 0.95 : 0;
  },
  async *parse(files, options) {
    const names = new CodebookNames(options.codebook);
    const about = new Map<string, About>();
    // By source, then by whose they are.
    const sources = new Map<string, Map<string, ForeignReading>>();
    let count = 0;
    for (const file of files.filter(({ name }) => /\.(?:json|jsonld)$/i.test(name))) {
      const read = await valueOfFile(file);
      if ("line" in read) {
        yield { part: "line", line: read.line };
        continue;
      }
      const root = read.value;
      for (const [id, one] of documentsOf(objectOf(root))) about.set(id, one);
      for (const { annotation, at } of annotationsOf(root, "$")) {
        count += 1;
        const { parts, lines } = readWebAnnotation(annotation, { file: file.name, line: null, at }, names);
        for (const line of lines) yield { part: "line", line };
        for (const { source, annotator, kind, marks, group } of parts) {
          const readings = sources.get(source) ?? new Map<string, ForeignReading>();
          sources.set(source, readings);
          const whose = `${kind}:${annotator}`;
          const reading = readings.get(whose) ?? newReading(file.name, annotator, kind);
          readings.set(whose, reading);
          for (const mark of marks) reading.marks.push(mark);
          reading.groups.push(group);
        }
      }
    }
    if (count === 0 && about.size === 0) throw new AnnotatedFormatError("There is no annotation in these files.");
    for (const [source, { article, text }] of about) {
      // A document that nobody annotated is one all the same.
      if (!sources.has(source)) yield* buildDocument({ ...placed(source, files), article, text, readings: [] }, names);
    }
    for (const [source, readings] of sources) {
      const known = about.get(source);
      const article = known?.article ?? { ...articleOf(source) };
      const found: FoundText | null =
        known && known.text !== null
          ? { text: known.text, article, isKnown: false }
          : await findArticleText(files, options, article);
      yield* buildDocument(
        {
          ...placed(source, files),
          article: { ...article, ...found?.article },
          text: found?.text ?? null,
          isKnown: found?.isKnown ?? false,
          hadMark: found?.hadMark,
          readings: [...readings.values()],
        },
        names,
      );
    }
    yield* unread(files, sources, about);
  },
};

const placed = (source: string, files: readonly AnnotatedFile[]) => ({
  place: { file: files[0]?.name ?? "", line: null, at: source.slice(0, 200) },
  key: source,
});

function newReading(file: string, annotator: string, kind: ForeignReading["kind"]): ForeignReading {
  return {
    ...{ annotator, kind, state: "submitted", submittedAt: null, partsAtLineEnds: false },
    // Many programs give UTF-16 units, against the recommendation.
    units: ["unicode_code_point", "utf16_code_unit"],
    ...{ marks: [], groups: [], links: [] },
    place: { file, line: null, at: annotator },
  };
}

/** Annotations wherever the recommendation lets them stand: in a list, a page, a collection, a graph, or alone. */
function* annotationsOf(value: unknown, at: string, depth = 0): Generator<{ annotation: JsonObject; at: string }> {
  if (depth > 5) return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* annotationsOf(one, `${at}[${index}]`, depth + 1);
    return;
  }
  const object = objectOf(value);
  if (!object) return;
  if (listOf(valueAt(object, "type", "@type")).some((type) => type === "Annotation" || type === "oa:Annotation")) {
    yield { annotation: object, at };
    return;
  }
  for (const key of ["first", "items", "@graph", "rows"]) {
    if (Object.hasOwn(object, key)) yield* annotationsOf(object[key], `${at}.${key}`, depth + 1);
  }
}

/** The documents of our own export, by their addresses. */
function documentsOf(root: JsonObject | null): [string, About][] {
  return listOf(valueAt(root, "sayso:documents")).flatMap((value): [string, About][] => {
    const document = objectOf(value);
    const id = textOf(valueAt(document, "id"));
    const text = valueAt(document, "sayso:text");
    if (!document || !id) return [];
    const said = (key: string) => textOf(valueAt(document, `sayso:${key}`));
    const article = {
      id: uuidOf(id.replace(/^urn:uuid:/, "")),
      ...{ title: said("title"), outlet: said("outlet"), author: said("author"), url: said("url") },
      ...{ language: said("language"), published: dayOf(said("published")), sha256: sha256Of(said("sha256")) },
    };
    return [[id, { article, text: typeof text === "string" ? textInData(text) : null }]];
  });
}

/** What the address of a source says. */
function articleOf(source: string): ForeignArticle {
  const id = uuidOf(source.replace(/^urn:uuid:/, ""));
  return {
    id,
    title: null,
    url: /^https?:\/\//.test(source) ? source : null,
    ...(id ? {} : { title: lastPart(source) }),
  };
}

const lastPart = (source: string) =>
  source
    .replace(/[?#].*$/s, "")
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.(?:txt|html?)$/i, "") ?? source;

function* unread(
  files: readonly AnnotatedFile[],
  sources: ReadonlyMap<string, unknown>,
  about: ReadonlyMap<string, unknown>,
): Generator<AnnotatedPart> {
  const used = new Set([...sources.keys(), ...about.keys()].map((source) => lastPart(source).toLowerCase()));
  for (const { name } of files) {
    if (/\.(?:json|jsonld)$/i.test(name) || used.has(lastPart(name).toLowerCase())) continue;
    const message = "It is neither Web Annotations nor a text that they are of; it is left out.";
    yield { part: "line", line: reportLine("lost", "unread_file", { file: name, line: null, at: "" }, message) };
  }
}
