import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { addCase, findCaseValue, listCaseRulings, valuesOfPart, withoutCases } from "./add-case";
import { Codebook, type CodebookCase } from "./codebook";
import { quoteOf } from "./quote-of";

const added: CodebookCase = {
  kind: "example",
  quote: "👩‍👩‍👧 said: “naïve” \u202Eabc",
  rulingId: "0198c000-0000-7000-8000-000000000001",
};

describe("addCase", () => {
  it.each([
    ["sourcing", "document"],
    ["stance", "oppose"],
  ])("adds to one value of %s and changes nothing else", (part, value) => {
    const before = JSON.stringify(defaultCodebook);
    const once = addCase(defaultCodebook, { part, value }, added);
    const twice = Codebook.parse(addCase(once, { part, value }, { ...added, kind: "counter_example" }));
    expect(findCaseValue(twice, { part, value })?.cases).toEqual([added, { ...added, kind: "counter_example" }]);
    const without = JSON.parse(JSON.stringify(twice), (key, held) => (key === "cases" ? undefined : held));
    expect(JSON.stringify(without)).toBe(before);
    expect(JSON.stringify(defaultCodebook)).toBe(before);
  });

  it("is undone by leaving its ruling out, and by no other", () => {
    const place = { part: "sourcing", value: "document" };
    const other = { ...added, rulingId: "0198c000-0000-7000-8000-000000000002" };
    const both = addCase(addCase(defaultCodebook, place, added), { part: "stance", value: "oppose" }, other);
    expect(listCaseRulings(both).sort()).toEqual([added.rulingId, other.rulingId]);
    expect(listCaseRulings(withoutCases(both, new Set([other.rulingId])))).toEqual([added.rulingId]);
    expect(withoutCases(both, new Set(listCaseRulings(both)))).toEqual(defaultCodebook);
  });

  it("refuses a value that is not there, and parts without values", () => {
    expect(() => addCase(defaultCodebook, { part: "sourcing", value: "nowhere" }, added)).toThrow(RangeError);
    for (const part of ["content", "speaker", "nothing", "confidence"])
      expect(valuesOfPart(defaultCodebook, part)).toBeNull();
  });
});

it("an example has the fragments of a statement, and of a very long one its beginning, cut between code points", () => {
  const spans = ["One 👩‍👩‍👧", "𝒳".repeat(700)].map((quote, index) => ({
    ...{ role: "content", start: index * 10, end: index * 10 + 1, quote },
  }));
  const quote = quoteOf({ spans });
  expect(quote.startsWith("One 👩‍👩‍👧 … 𝒳")).toBe(true);
  expect(Array.from(quote)).toHaveLength(600);
  expect(quote.isWellFormed()).toBe(true);
  expect(quote.endsWith("𝒳…")).toBe(true);
});
