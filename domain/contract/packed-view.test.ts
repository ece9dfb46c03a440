import fc from "fast-check";
import { expect, test } from "vitest";
import { packView, unpackView } from "./packed-view";
import type { AnnotationView } from "./work";

const text = "👩‍👩‍👧 said: “naïve”\u202Eabc e\u0301 𝒳 «да».";
const id = fc.uuid();
const span = fc.record({
  role: fc.constantFrom("content", "cue", "constructor"),
  start: fc.nat(40),
  end: fc.nat(40),
  quote: fc.constantFrom("said", text.slice(0, 4), ""),
});
const statement = fc.record({
  id,
  assignmentId: id,
  codebookVersion: fc.nat(),
  spans: fc.array(
    span.map((one) => ({ ...one, end: one.start + Math.max(1, one.end) })),
    { minLength: 1, maxLength: 4 },
  ),
  speakerId: fc.option(id),
  chain: fc.array(id),
  stances: fc.array(fc.record({ targetId: id, value: fc.option(fc.string()), basis: fc.option(fc.string()) })),
  fields: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.nat(), fc.array(fc.string()))),
  confidence: fc.constantFrom("sure", "unsure"),
  unsureComment: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  note: fc.string({ unit: "grapheme" }),
  parentId: fc.option(id),
  sameClaimAsId: fc.option(id),
  derivedFromId: fc.option(id),
  revision: fc.nat(),
  createdAt: fc.constant("2022-01-21T00:00:00.000Z"),
  updatedAt: fc.constant("2022-01-21T00:00:00.000Z"),
});

test("what is packed comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const view = { document: { text }, statements } as unknown as AnnotationView;
      expect(unpackView(packView(view))).toEqual(view);
    }),
  );
});
