import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Speaker } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { overlapsAny, spansInRole } from "@/domain/text/spans";
import { hostileText } from "@/tests/support/hostile-text";
import { findSuggestions } from "./find-suggestions";
import { CLOSERS } from "./quotation-marks";

const ana: Speaker = {
  id: "ana",
  name: "Ana Ågren",
  kind: "person",
  aliases: ["", "…", "Mayor Ågren"],
  roleTitle: "Mayor",
  organisationId: null,
  sector: null,
  function: null,
  country: null,
  fixed: false,
  mergedIntoId: null,
};
const registry = { speakers: [ana, { ...ana, id: "loop", name: "the", mergedIntoId: "loop" }] };

/** Everything that makes rules fire, in any order and nesting. */
const MARKS = [...Object.keys(CLOSERS), ...Object.values(CLOSERS).flatMap((closers) => [...closers])];
const WORDS =
  "said says added called demanded told quoted as saying according to that it he she they who the a in statement on Monday " +
  "and while not did is was by issued resolution calling for constructor toString __proto__ Ana Ågren’s Mayor union’";
const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS.split(" ")), weight: 6 },
  { arbitrary: fc.constantFrom(...MARKS, ",", ".", "?", ":", ";", "—", "(", ")", "\n", "\n\n"), weight: 3 },
  { arbitrary: hostileText, weight: 1 },
);
const reporting = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", "")), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(""));

const find = (words: string, language: string | null) => {
  const text = new DocumentText(words);
  return { text, suggestions: findSuggestions({ text, language, registry, codebook: defaultCodebook }) };
};

describe("findSuggestions on any text", () => {
  it("names only places that are there, and none twice in one suggestion", () => {
    fc.assert(
      fc.property(
        fc.oneof(reporting, hostileText),
        fc.constantFrom("en", "kk", null, "not a tag"),
        (words, language) => {
          const { text, suggestions } = find(words, language);
          const all = Array.from(words);
          for (const { spans, score, speaker } of suggestions) {
            for (const { start, end, quote } of spans) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(text.length);
              expect(quote).toBe(all.slice(start, end).join(""));
              expect(quote).toBe(quote.trim());
            }
            for (const [index, span] of spans.entries())
              expect(overlapsAny([span], spans.slice(index + 1))).toBe(false);
            expect(spansInRole(spans, "content").length).toBeGreaterThan(0);
            expect(spansInRole(spans, "cue").length).toBeLessThanOrEqual(1);
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
            expect([undefined, "ana"]).toContain(speaker?.id);
          }
          expect(find(words, language).suggestions).toEqual(suggestions);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("takes long texts without end, marks that never close and one endless sentence", () => {
    for (const words of [
      "“a ",
      "said that the ",
      "“It is” he said, ",
      "‘a’ «",
      "a".repeat(50),
      "\n“x",
      "x ‘a’ said Ana ",
    ]) {
      const { text, suggestions } = find(words.repeat(2000), "en");
      for (const { end } of suggestions.flatMap((one) => one.spans)) expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it("leaves out what the codebook does not have", () => {
    const text = new DocumentText("“We stay here,” Ana Ågren said.");
    const codebook = {
      ...defaultCodebook,
      fields: defaultCodebook.fields.filter((field) => field.key !== "form"),
      roles: defaultCodebook.roles.map((role) => ({ ...role, enabled: role.key === "content" })),
    };
    const [suggestion] = findSuggestions({ text, language: "en", registry, codebook });
    expect(suggestion?.spans.map((span) => span.role)).toEqual(["content"]);
    expect(suggestion?.form).toBeNull();
  });
});
