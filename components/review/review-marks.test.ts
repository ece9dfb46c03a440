import { expect, it } from "vitest";
import type { Statement } from "@/domain/statement/statement";
import type { ReviewCluster } from "./review-cluster";
import { reviewMarks } from "./review-marks";

const statement = (start: number, end: number) =>
  ({ spans: [{ role: "content", start, end, quote: "" }] }) as Statement;
const cluster = (found: (Statement | null)[]) =>
  ({ id: "c", number: 1, found, gold: null, ruling: null }) as ReviewCluster;
const draw = (found: (Statement | null)[]) => {
  const { groups, marksOf } = reviewMarks([cluster(found)], {
    activeId: null,
    readings: new Set(found.keys()),
    gold: true,
    draft: null,
  });
  return [...groups.keys()].flatMap(marksOf).map(({ lane, start, label }) => [lane, start, label]);
};

it("draws anew only what another active cluster changes", () => {
  const clusters = ["one", "two", "three"].map((id, at) => ({ ...cluster([statement(at * 20, at * 20 + 9)]), id }));
  const contentsOf = (activeId: string) =>
    reviewMarks(clusters, { activeId, readings: new Set([0]), gold: true, draft: null }).groups.map(
      ({ content }) => content,
    );
  const [before, after] = [contentsOf("one"), contentsOf("two")];
  expect(after.map((content, at) => content === before[at])).toEqual([false, false, true]);
});

it("gives each of a few readings a bar of its own", () => {
  expect(draw([statement(0, 5), null, statement(0, 5)])).toEqual([
    [0, 0, "Cluster 1, reading A, content"],
    [2, 0, "Cluster 1, reading C, content"],
  ]);
});

it("draws what many readings have alike once, what most have nearest the words, and never more bars than can be told apart", () => {
  const many = [1, 2, 2, 3, 4, 5, 2].map((start) => statement(start, start + 9));
  expect(draw(many)).toEqual([
    [0, 2, "Cluster 1, readings B, C, G, content"],
    [1, 1, "Cluster 1, reading A, content"],
    [2, 3, "Cluster 1, reading D, content"],
    [3, 4, "Cluster 1, reading E, content"],
    [3, 5, "Cluster 1, reading F, content"],
  ]);
});
