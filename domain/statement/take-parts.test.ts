import fc from "fast-check";
import { expect, test } from "vitest";
import { enabledFields } from "@/domain/codebook/find-field";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent, sameContent } from "./content";
import { describeChange } from "./describe-content";
import type { StatementContent } from "./statement";
import { inStoredOrder } from "./stored-order";
import { takeParts } from "./take-parts";

const context = { codebook, registry: { speakers: [], targets: [] } };
const span = (role: string) =>
  fc.nat(20).map((start) => ({ role, start, end: start + 3, quote: `w${start}`.padEnd(3) }));
const answers = Object.fromEntries(
  enabledFields(codebook)
    .filter(({ type }) => type === "single")
    .map(({ key, values }) => [key, fc.constantFrom(...values.map((value) => value.key))]),
);
const stances: fc.Arbitrary<StatementContent["stances"]> = fc.constantFrom(
  [],
  [{ targetId: "t", value: null, basis: null }],
);
const content: fc.Arbitrary<StatementContent> = fc
  .record({
    spans: fc.tuple(span("content"), span("cue"), span("source")),
    speakerId: fc.constantFrom("a", "b"),
    stances,
    fields: fc.record(answers, { requiredKeys: [] }).map((coded) => coded as StatementContent["fields"]),
    confidence: fc.constantFrom("sure" as const, "unsure" as const),
    note: fc.string({ unit: "grapheme", maxLength: 5 }),
    parentId: fc.constantFrom(null, "p"),
    sameClaimAsId: fc.constantFrom(null, "s"),
  })
  .map(({ speakerId, ...rest }) => {
    const base = emptyContent({ role: "content", start: 0, end: 1, quote: "x" });
    return inStoredOrder(codebook, { ...base, ...rest, speakerId, chain: ["o", speakerId] });
  });

test("taking every part that differs makes the other; taking none changes nothing", () => {
  fc.assert(
    fc.property(content, content, (mine, theirs) => {
      const parts = new Set(describeChange(mine, theirs, context).map(({ key }) => key));
      expect(sameContent(takeParts(mine, theirs, parts, codebook), theirs)).toBe(true);
      expect(sameContent(takeParts(mine, theirs, new Set(), codebook), mine)).toBe(true);
    }),
  );
});

test("each part taken is theirs, each other is mine", () => {
  fc.assert(
    fc.property(content, content, fc.func(fc.boolean()), (mine, theirs, isTaken) => {
      const differing = describeChange(mine, theirs, context).map(({ key }) => key);
      const taken = differing.filter((key) => isTaken(key));
      const mixed = takeParts(mine, theirs, new Set(taken), codebook);
      const left = (other: StatementContent) => describeChange(mixed, other, context).map(({ key }) => key);
      expect(left(mine)).toEqual(taken);
      expect(left(theirs)).toEqual(differing.filter((key) => !taken.includes(key)));
    }),
  );
});
