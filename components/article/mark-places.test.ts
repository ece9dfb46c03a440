import fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentText } from "@/domain/text/document-text";
import { noPlaces, placeGroups } from "./mark-places";
import type { MarkGroup } from "./mark-source";

const text = new DocumentText("👩‍👩‍👧 said: “naïve”. 𝒳 ".repeat(20));
const span = fc
  .tuple(fc.nat(text.length), fc.nat(30))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
const group = fc.record({
  id: fc.nat(30).map(String),
  content: fc.record({ spans: fc.array(span, { minLength: 1, maxLength: 4 }) }),
});
const groups = fc.uniqueArray(group, { selector: ({ id }) => id, maxLength: 25 });

function listPlaces(shown: ReturnType<typeof placeGroups>): string[] {
  const found: string[] = [];
  shown.places.between(0, text.utf16Length, (from, to, { groupId, spanIndex }) => {
    found.push(`${groupId} ${spanIndex} ${from}-${to}`);
  });
  return found.sort();
}

test("places told from earlier ones are those told from nothing", () => {
  fc.assert(
    fc.property(groups, groups, fc.array(fc.boolean(), { maxLength: 25 }), (before, others, keeps) => {
      const kept: MarkGroup[] = before.filter((_, index) => keeps[index]);
      const after = [...kept, ...others.filter(({ id }) => kept.every((one) => one.id !== id))];
      const earlier = placeGroups(noPlaces, before, text);
      expect(listPlaces(placeGroups(earlier, after, text))).toEqual(listPlaces(placeGroups(noPlaces, after, text)));
    }),
  );
});

test("a span outside the text is an error", () => {
  const outside = [{ id: "a", content: { spans: [{ start: 0, end: text.length + 1 }] } }];
  expect(() => placeGroups(noPlaces, outside, text)).toThrow(RangeError);
});
