import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ground, listGrounds, weighCluster } from "./cluster-weight";
import { countFacet, type Facet, matchesFilter, orderQueue, type QueueCluster, type QueueDocument } from "./queue";
import { DEFAULT_WEIGHTS } from "./review-settings";

const READINGS = ["r1", "r2", "r3", "r4"];
const ANNOTATORS = { r1: "ana", r2: "bo", r3: "cy", r4: "di" };

const disagreement = fc
  .record({
    kind: fc.constantFrom("missing", "boundary", "speaker", "stance", "field"),
    subject: fc.constantFrom("sourcing", "form", "content", "t1"),
    answers: fc.array(fc.constantFrom("x", "y", "z", null), { minLength: 2, maxLength: 4 }),
  })
  .map(({ answers, ...one }) => ({
    ...one,
    kind: one.kind as QueueCluster["disagreements"][number]["kind"],
    answers: Object.fromEntries(answers.map((answer, index) => [READINGS[index] ?? "", answer])),
  }));

const threads = fc
  .tuple(fc.nat(2), fc.nat(2))
  .map(([answers, comments]) => ({ answers, openThreads: answers + comments }));

const standing: fc.Arbitrary<Omit<QueueCluster, "answers" | "openThreads">> = fc.record({
  id: fc.uuid(),
  members: fc.constant([]),
  start: fc.nat(50),
  end: fc.nat(50),
  disagreements: fc.array(disagreement, { maxLength: 4 }),
  unsure: fc.boolean(),
  speakerIds: fc.uniqueArray(fc.constantFrom("s1", "s2", "s3"), { maxLength: 2 }),
  targetIds: fc.uniqueArray(fc.constantFrom("t1", "t2"), { maxLength: 2 }),
  settled: fc.boolean(),
  stale: fc.boolean(),
});
const cluster: fc.Arbitrary<QueueCluster> = fc.tuple(standing, threads).map(([one, said]) => ({ ...one, ...said }));

const documents: fc.Arbitrary<QueueDocument[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    position: fc.nat(3),
    annotators: fc.constant(ANNOTATORS),
    clusters: fc.array(cluster, { maxLength: 5 }),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);

const filter = fc.record(
  {
    state: fc.constantFrom("open", "stale", "settled", "all"),
    kind: fc.constantFrom<Ground>("missing", "sourcing", "field"),
    field: fc.constantFrom("sourcing", "form"),
    pair: fc.constantFrom<[string, string]>(["bo", "ana"], ["cy", "di"]),
    speaker: fc.constantFrom("s1", "s2"),
    target: fc.constantFrom("t1", "t2"),
    discussion: fc.constantFrom("open", "answer"),
  },
  { requiredKeys: [] },
);

describe("the queue", () => {
  test("holds every matching cluster once, heaviest first, whatever order the documents come in", () => {
    fc.assert(
      fc.property(documents, filter, fc.infiniteStream(fc.nat()), (given, wanted, random) => {
        const queue = orderQueue(given, wanted, DEFAULT_WEIGHTS);
        const matching = given.flatMap((one) =>
          one.clusters.filter((each) => matchesFilter(each, one.annotators, wanted)),
        );
        expect(queue.flatMap((one) => one.clusters.map((placed) => placed.cluster.id)).sort()).toEqual(
          matching.map(({ id }) => id).sort(),
        );
        for (const { weight, clusters } of queue) {
          const weights = clusters.map((placed) => placed.weight);
          expect(weights).toEqual([...weights].sort((a, b) => b - a));
          expect(weight).toBe(weights[0]);
        }
        const byDocument = queue.map(({ weight }) => weight);
        expect(byDocument).toEqual([...byDocument].sort((a, b) => b - a));
        const shuffled = given
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(orderQueue(shuffled, wanted, DEFAULT_WEIGHTS).map(({ document }) => document.id)).toEqual(
          queue.map(({ document }) => document.id),
        );
      }),
    );
  });

  test("counts of a facet are what choosing gives", () => {
    const choose: Record<Facet, (value: string) => object> = {
      kind: (kind) => ({ kind }),
      field: (field) => ({ field }),
      pair: (pair) => ({ pair: pair.split("|") }),
      speaker: (speaker) => ({ speaker }),
      target: (target) => ({ target }),
      discussion: (discussion) => ({ discussion }),
    };
    fc.assert(
      fc.property(
        documents,
        filter,
        fc.constantFrom<Facet>("kind", "field", "pair", "speaker", "target", "discussion"),
        (given, wanted, facet) => {
          for (const [value, count] of countFacet(given, wanted, facet)) {
            const chosen = orderQueue(given, { ...wanted, ...choose[facet](value) }, DEFAULT_WEIGHTS);
            expect(chosen.flatMap(({ clusters }) => clusters)).toHaveLength(count);
          }
        },
      ),
    );
  });
});

describe("weights", () => {
  const of = (kind: string, subject: string, answers: (string | null)[]) =>
    ({
      kind,
      subject,
      answers: Object.fromEntries(answers.map((answer, index) => [READINGS[index], answer])),
    }) as QueueCluster["disagreements"][number];
  const weight = (...disagreements: QueueCluster["disagreements"]) =>
    weighCluster({ disagreements, unsure: false }, DEFAULT_WEIGHTS);
  const AGREED_BY_MOST = ["x", "x", "x", "y"];

  test("each kind outweighs all that follow it together", () => {
    const kinds = [
      of("missing", "missing", AGREED_BY_MOST),
      of("speaker", "speaker", AGREED_BY_MOST),
      of("stance", "t1", AGREED_BY_MOST),
      of("field", "sourcing", AGREED_BY_MOST),
      of("field", "form", AGREED_BY_MOST),
      of("boundary", "content", AGREED_BY_MOST),
    ];
    for (const [index, one] of kinds.entries()) {
      expect(weight(one)).toBeGreaterThan(weight(...kinds.slice(index + 1)));
    }
  });

  test("a tie, an unsure mark and a thin lead come before what most are sure of", () => {
    const gravest = weight(of("missing", "missing", AGREED_BY_MOST));
    expect(weight(of("boundary", "content", ["x", "y"]))).toBeGreaterThan(gravest);
    expect(weight(of("boundary", "content", ["x", "x", "y", "z"]))).toBeGreaterThan(gravest);
    expect(weighCluster({ disagreements: [], unsure: true }, DEFAULT_WEIGHTS)).toBeGreaterThan(gravest);
    expect(listGrounds({ disagreements: [of("boundary", "content", ["x", "x", "y"])], unsure: false })).toEqual([
      "boundary",
    ]);
  });

  test("weigh as the project says, and what is agreed weighs nothing", () => {
    fc.assert(
      fc.property(cluster, (one) => {
        const nothing = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((ground) => [ground, 0]));
        expect(weighCluster(one, nothing as typeof DEFAULT_WEIGHTS)).toBe(0);
        const expected = listGrounds(one).length;
        const ones = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((ground) => [ground, 1]));
        expect(weighCluster(one, ones as typeof DEFAULT_WEIGHTS)).toBe(expected);
      }),
    );
  });
});
