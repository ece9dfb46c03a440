import { expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Statement } from "@/domain/statement/statement";
import { plantReadings } from "@/tests/support/planted-readings";
import { SeededRandom } from "@/tests/support/seeded-random";
import { findLeads } from "./cluster-weight";
import { findClusters } from "./find-clusters";
import { differingPairs } from "./queue";
import { readClusters, type StandingCluster, writeClusters } from "./standing-cluster";

const id = (number: number) => `0198c000-0000-7000-8000-${String(number).padStart(12, "0")}`;

it("clusters come back from a text as they were", () => {
  const random = new SeededRandom(7);
  const names = { outletId: id(1), speakerIds: [id(2), id(3), id(4)], targetIds: [id(5), id(6)] };
  const { readings } = plantReadings(random, names, 4, 60);
  let next = 100;
  const passes = readings.map((contents, reader) => ({
    assignmentId: id(10 + reader),
    statements: contents.map((content) => ({ ...content, id: id(next++), revision: random.below(9) }) as Statement),
  }));
  const order = passes.map(({ assignmentId }) => assignmentId);
  const clusters = findClusters(passes, defaultCodebook).map(
    (cluster): StandingCluster => ({
      ...cluster,
      ...{ unsure: random.chance(0.5), speakerIds: [id(2)], targetIds: [], quote: "“👩‍👩‍👧”\n\u202E" },
      leads: findLeads(cluster.disagreements),
      pairs: differingPairs(cluster.disagreements, order),
      revisions: new Map(cluster.members.map(({ statementId }) => [statementId, random.below(9)])),
    }),
  );
  const plain = (one: StandingCluster) => ({
    ...one,
    disagreements: one.disagreements.map(({ kind, subject, answers }) => ({ kind, subject, answers })),
  });
  expect(clusters.some(({ disagreements }) => disagreements.length > 0)).toBe(true);
  expect(readClusters(writeClusters(clusters)).map(plain)).toEqual(clusters);
});

it.each(["", "{}", '{"strings":[],"clusters":[[[0,1,0,0,0],[0,0,1],[],[],"",[],[]]]}'])("refuses %s", (text) => {
  expect(() => readClusters(text)).toThrow();
});
