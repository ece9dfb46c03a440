import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Registry } from "@/domain/contract/registry";
import { checkStatement } from "@/domain/statement/check-statement";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import { trimContent } from "@/domain/text/trim-content";
import { parseReading } from "./parse-reading";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const idOf = (kind: number, index: number) => `00000000-0000-7000-800${kind}-${index.toString(16).padStart(12, "0")}`;

const article = read("article.txt");
const text = new DocumentText(normaliseText(article));
const speakerKeys = ["outlet", "mfa", "ep", "admin", "commandant", "tokayev", "karin"];
const speakerIds = Object.fromEntries(speakerKeys.map((key, index) => [key, idOf(1, index)]));
const targetIds = Object.fromEntries(["T1", "T2", "T3", "T4", "T5", "T6"].map((key, index) => [key, idOf(2, index)]));
const registry: Registry = {
  speakers: speakerKeys.map((key) => ({
    id: speakerIds[key] as string,
    name: key,
    kind: key === "outlet" ? "outlet" : "organisation",
    aliases: [],
    roleTitle: null,
    organisationId: null,
    sector: null,
    function: null,
    country: null,
    fixed: key === "outlet",
    mergedIntoId: null,
  })),
  targets: Object.entries(targetIds).map(([key, id]) => ({
    id,
    key,
    name: key,
    description: null,
    proposed: false,
    mergedIntoId: null,
  })),
};
const context = {
  text,
  speakerIds,
  targetIds,
  statementId: (key: string) => idOf(key.startsWith("S") ? 3 : 4, Number(key.slice(1))),
};
const readings = { a: JSON.parse(read("reading-a.json")), b: JSON.parse(read("reading-b.json")) };

describe("the sample", () => {
  it("is the article that was coded, which normalising leaves alone", () => {
    expect(text.text).toBe(article);
    expect(createHash("sha256").update(text.text).digest("hex")).toBe(readings.a.sha256);
    expect(text.length).toBe(2509);
  });

  it.each(["a", "b"] as const)("reading %s is finished and follows the boundary rules", (name) => {
    const statements = parseReading(readings[name], context);
    expect(statements).toHaveLength(name === "a" ? 18 : 12);
    const siblings = statements.map((statement) => statement.id);
    for (const { key, content } of statements) {
      expect(checkStatement({ text, codebook: defaultCodebook, registry, content, siblings }), key).toEqual([]);
      const marked = content.spans.filter((span) => span.role === "content");
      for (const { start, end } of marked) expect(trimContent(text, { start, end }), key).toEqual({ start, end });
    }
  });

  it("keeps the link between the two places that make the same claim", () => {
    const statements = parseReading(readings.a, context);
    const repeated = statements.find((statement) => statement.key === "S02");
    expect(repeated?.content.sameClaimAsId).toBe(context.statementId("S01"));
  });

  it("refuses a reading of another text, and a name it cannot resolve", () => {
    expect(() => parseReading(readings.a, { ...context, text: new DocumentText(`x${article}`) })).toThrow(/2509/);
    const shifted = new DocumentText(`x${article.slice(0, -1)}`);
    expect(() => parseReading(readings.a, { ...context, text: shifted })).toThrow(/the text at 76-207 is/);
    expect(() => parseReading(readings.a, { ...context, targetIds: {} })).toThrow(/target “T1”/);
  });
});
