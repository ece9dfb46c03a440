import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlanRequest, planAssignments } from "./plan-assignments";
import { wantedReadings } from "./wanted-readings";

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const plain = (documents: number, people: number, readings: number): PlanRequest => ({
  documentIds: ids("d", documents),
  people: ids("p", people).map((id) => ({ id, most: null, open: 0 })),
  existing: [],
  ...{ readings, sampleShare: null, seed: "1", order: "listed" },
});

const countBy = <Key extends "documentId" | "personId">(readings: readonly Record<Key, string>[], key: Key) => {
  const counts = new Map<string, number>();
  for (const reading of readings) counts.set(reading[key], (counts.get(reading[key]) ?? 0) + 1);
  return counts;
};
const spread = (counts: Iterable<number>) => Math.max(...counts) - Math.min(...counts);

const requests = fc
  .record({
    documents: fc.integer({ min: 1, max: 25 }),
    people: fc.array(fc.record({ most: fc.option(fc.nat(12)), open: fc.nat(6) }), { minLength: 1, maxLength: 7 }),
    readings: fc.integer({ min: 1, max: 5 }),
    sampleShare: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
    seed: fc.string({ minLength: 1, maxLength: 5 }),
    order: fc.constantFrom("listed" as const, "shuffled" as const),
    given: fc.array(fc.tuple(fc.nat(24), fc.nat(6)), { maxLength: 30 }),
  })
  .map(({ documents, people, given, ...rest }): PlanRequest => {
    const pairs = new Set(given.map(([d, p]) => `d${d % documents} p${p % people.length}`));
    const existing = [...pairs].map((pair) => {
      const [documentId = "", personId = ""] = pair.split(" ");
      return { documentId, personId };
    });
    return {
      ...rest,
      documentIds: ids("d", documents),
      people: people.map((person, index) => ({ id: `p${index}`, ...person })),
      existing,
    };
  });

test("nobody reads a document twice, none has more readings than wanted, nobody more than they may", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { readings, short } = planAssignments(request);
      const wanted = wantedReadings(request.documentIds, request);
      const all = [...request.existing, ...readings];
      expect(new Set(all.map(({ documentId, personId }) => `${documentId} ${personId}`)).size).toBe(all.length);
      const [before, after] = [countBy(request.existing, "documentId"), countBy(all, "documentId")];
      const missing = new Map(short.map((one) => [one.documentId, one.missing]));
      for (const [id, count] of wanted) {
        // Exactly what is wanted, less what is named as missing; what was there before is never taken back.
        expect(after.get(id) ?? 0).toBe(Math.max(before.get(id) ?? 0, count - (missing.get(id) ?? 0)));
      }
      const given = countBy(readings, "personId");
      for (const { id, most, open } of request.people) {
        if (most !== null) expect(given.get(id) ?? 0).toBeLessThanOrEqual(Math.max(0, most - open));
      }
    }),
  );
});

test("what is missing could be given to nobody", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { readings, short } = planAssignments(request);
      const given = countBy(readings, "personId");
      for (const { documentId } of short) {
        for (const { id, most, open } of request.people) {
          const reads = [...request.existing, ...readings].some(
            (one) => one.documentId === documentId && one.personId === id,
          );
          const isFull = most !== null && open + (given.get(id) ?? 0) >= most;
          expect(reads || isFull).toBe(true);
        }
      }
    }),
  );
});

test("planning again gives nothing, and further documents are all that is topped up", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const people = request.people.map((person) => ({ ...person, most: null }));
      const { readings } = planAssignments({ ...request, people });
      const existing = [...request.existing, ...readings];
      expect(planAssignments({ ...request, people, existing }).readings).toEqual([]);
      if (request.sampleShare !== null) return;
      const documentIds = [...request.documentIds, "new"];
      const more = planAssignments({ ...request, documentIds, people, existing }).readings;
      expect(more.every(({ documentId }) => documentId === "new")).toBe(true);
    }),
  );
});

test.each([
  [20, 3, 2],
  [1000, 7, 3],
  [10, 4, 4],
  [30, 6, 2],
])(
  "%i documents, %i people, %i readings each: loads differ by one at most, pairs are mixed",
  (documents, people, overlap) => {
    const { readings, short } = planAssignments(plain(documents, people, overlap));
    expect(short).toEqual([]);
    expect(readings).toHaveLength(documents * overlap);
    expect(spread(countBy(readings, "personId").values())).toBeLessThanOrEqual(1);
    const pairs = new Set<string>();
    for (const id of ids("d", documents)) {
      const on = readings.filter(({ documentId }) => documentId === id).map(({ personId }) => personId);
      for (const a of on) for (const b of on) if (a < b) pairs.add(`${a} ${b}`);
    }
    // Everybody shares a document with everybody: agreement can be compared for each pair.
    expect(pairs.size).toBe((people * (people - 1)) / 2);
  },
);

test("a person who has read more gets less, and capacities hold", () => {
  const request = plain(10, 2, 1);
  const existing = ids("x", 4).map((documentId) => ({ documentId, personId: "p0" }));
  const counts = countBy(planAssignments({ ...request, existing }).readings, "personId");
  expect([counts.get("p0"), counts.get("p1")]).toEqual([3, 7]);
  const people = [
    { id: "p0", most: 5, open: 4 },
    { id: "p1", most: 3, open: 0 },
  ];
  const capped = planAssignments({ ...request, people });
  expect(countBy(capped.readings, "personId")).toEqual(
    new Map([
      ["p0", 1],
      ["p1", 3],
    ]),
  );
  expect(capped.short).toHaveLength(6);
});

test("a sample is of the wanted size, the same for its seed and another for another", () => {
  const overlap = { readings: 3, sampleShare: 0.2, seed: "a" };
  const documents = ids("d", 50);
  const sample = (seed: string) =>
    [...wantedReadings(documents, { ...overlap, seed })].filter(([, count]) => count === 3).map(([id]) => id);
  expect(sample("a")).toHaveLength(10);
  expect(sample("a")).toEqual(sample("a"));
  expect(sample("b")).not.toEqual(sample("a"));
  const { readings } = planAssignments({ ...plain(50, 4, 3), ...overlap });
  expect(readings).toHaveLength(40 + 30);
});

test("shuffled, each person has an order of their own", () => {
  const { readings } = planAssignments({ ...plain(12, 2, 2), order: "shuffled" });
  const orderOf = (person: string) =>
    readings.filter(({ personId }) => personId === person).map(({ documentId }) => documentId);
  expect(orderOf("p0")).not.toEqual(orderOf("p1"));
  expect([...orderOf("p0")].sort()).toEqual([...orderOf("p1")].sort());
});
