import { readFileSync } from "node:fs";
import path from "node:path";
import jsonld, { type Quad } from "jsonld";
import { beforeAll, expect, test } from "vitest";
import { WEB_ANNOTATION_CONTEXT } from "@/tests/support/web-annotation-context";

// An independent reader of JSON-LD, which knows nothing of Sayso and nothing of JSON keys: only what the terms mean.

const OA = "http://www.w3.org/ns/oa#";
const GOLDEN = path.join(import.meta.dirname, "formats");
const read = (file: string) => JSON.parse(readFileSync(path.join(GOLDEN, file), "utf8"));

const offline = {
  // A term without a meaning, a relative address: an error and not a triple that is silently left out.
  safe: true,
  documentLoader: async (url: string) => {
    if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`Nothing is fetched: ${url}`);
    return { document: WEB_ANNOTATION_CONTEXT, documentUrl: url };
  },
};

let quads: Quad[];
beforeAll(async () => {
  quads = await jsonld.toRDF(read("web-annotation/annotations.jsonld"), offline);
});

const objects = (subject: string, predicate: string) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object);
const one = (subject: string, predicate: string) => {
  const [object, ...more] = objects(subject, predicate);
  if (!object || more.length > 0) throw new Error(`${subject} has ${more.length + (object ? 1 : 0)} ${predicate}.`);
  return object;
};
const ofType = (subject: string, type: string) =>
  objects(subject, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type").some(({ value }) => value === type);

test("an expander of JSON-LD finds every statement of the JSON export as an annotation", () => {
  const { statements } = read("json/dataset.json") as { statements: { id: string }[] };
  const annotations = quads
    .filter(({ object }) => object.value === `${OA}Annotation`)
    .map(({ subject }) => subject.value);
  expect(annotations.sort()).toEqual(statements.map(({ id }) => `urn:uuid:${id}`).sort());
});

test("and in each the spans, at positions where their words are in the article", () => {
  const { statements } = read("json/dataset.json") as {
    statements: { id: string; spans: { role: string; start: number; end: number; quote: string }[] }[];
  };
  for (const { id, spans } of statements) {
    const found = objects(`urn:uuid:${id}`, `${OA}hasTarget`).map(({ value: target }) => {
      const text = Array.from(one(one(target, `${OA}hasSource`).value, "urn:sayso:text").value);
      const selectors = objects(target, `${OA}hasSelector`).map(({ value }) => value);
      const position = selectors.find((selector) => ofType(selector, `${OA}TextPositionSelector`)) ?? "";
      const quote = selectors.find((selector) => ofType(selector, `${OA}TextQuoteSelector`)) ?? "";
      const [from, to] = [one(position, `${OA}start`), one(position, `${OA}end`)];
      expect(from.datatype?.value).toBe("http://www.w3.org/2001/XMLSchema#nonNegativeInteger");
      const [start, end] = [Number(from.value), Number(to.value)];
      const exact = one(quote, `${OA}exact`).value;
      expect(text.slice(start, end).join("")).toBe(exact);
      expect(
        text
          .slice(0, start)
          .join("")
          .endsWith(one(quote, `${OA}prefix`).value),
      ).toBe(true);
      expect(
        text
          .slice(end)
          .join("")
          .startsWith(one(quote, `${OA}suffix`).value),
      ).toBe(true);
      return { role: one(target, "urn:sayso:role").value, start, end, quote: exact };
    });
    const inOrder = (a: (typeof found)[number], b: (typeof found)[number]) =>
      a.start - b.start || a.role.localeCompare(b.role);
    expect(found.sort(inOrder)).toEqual([...spans].sort(inOrder));
  }
});
