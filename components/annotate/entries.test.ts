import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { DocumentText } from "@/domain/text/document-text";
import { makeSpan } from "@/domain/text/spans";
import { Entries } from "./entries";
import { type Entry, isSettled } from "./entry";

const content = emptyContent(makeSpan(new DocumentText("Taxes rose."), "content", { start: 0, end: 11 }));

function entry(id: number, settled: boolean): Entry {
  const idle = { pending: null, steps: [], sending: false, refusal: null, conflict: null, turn: 0 };
  const acknowledged = settled ? { content, deleted: false, revision: 1 } : null;
  return { id: `s${id}`, content, deleted: false, acknowledged, ...idle };
}

// Ids are few enough to be put again, and enough to outgrow what is held apart.
const put = fc.array(fc.record({ id: fc.nat(300), settled: fc.boolean() }), { minLength: 1, maxLength: 200 });
const step = fc.oneof({ weight: 5, arbitrary: put }, { weight: 1, arbitrary: fc.record({ takeAway: fc.nat(300) }) });

test("they are what a map of the same entries is, and tell what changed since any earlier ones", () => {
  fc.assert(
    fc.property(put, fc.array(step, { maxLength: 12 }), (opening, steps) => {
      const map = new Map(opening.map(({ id, settled }) => [`s${id}`, entry(id, settled)]));
      let entries = Entries.of(map.values());
      const earlier = [{ entries, map: new Map(map) }];
      for (const one of steps) {
        if ("takeAway" in one) {
          map.delete(`s${one.takeAway}`);
          entries = entries.without(new Set([`s${one.takeAway}`]));
        } else {
          const added = one.map(({ id, settled }) => entry(id, settled));
          for (const each of added) map.set(each.id, each);
          entries = entries.with(added);
        }
        expect(entries.size).toBe(map.size);
        expect(new Set(entries.values())).toEqual(new Set(map.values()));
        expect(new Set(entries.unsettled())).toEqual(new Set([...map.values()].filter((held) => !isSettled(held))));
        for (const [id, held] of map) expect(entries.has(id) && entries.get(id)).toBe(held);
        for (const before of earlier) {
          const { changed, gone } = entries.since(before.entries);
          expect(new Set(changed)).toEqual(
            new Set([...map.values()].filter((held) => before.map.get(held.id) !== held)),
          );
          expect(new Set(gone)).toEqual(new Set([...before.map.keys()].filter((id) => !map.has(id))));
        }
        earlier.push({ entries, map: new Map(map) });
      }
    }),
    { numRuns: 40 },
  );
});
