import { expect, it } from "vitest";
import { clusterOfStatement, settledClusters } from "./settles";

const cluster = (id: string, ...statements: string[]) => ({
  id,
  members: statements.map((statementId) => ({ assignmentId: statementId[0] ?? "", statementId })),
});
const clusters = clusterOfStatement([cluster("one", "a1", "b1"), cluster("two", "a2"), cluster("three", "b3")]);

it.each([
  { ruledOn: ["a1", "b1"], settled: ["one"] },
  { ruledOn: ["a2"], settled: ["two"] },
  { ruledOn: ["a1", "a2", "b1"], settled: ["one", "two"] },
  { ruledOn: ["a1", "b1", "b3"], settled: ["one", "three"] },
  { ruledOn: ["a2", "b3"], settled: null },
  { ruledOn: ["a1", "b1", "a2", "b3"], settled: null },
  { ruledOn: ["a1"], settled: null },
  { ruledOn: ["a1", "a2"], settled: null },
  { ruledOn: ["a1", "b1", "gone"], settled: null },
  { ruledOn: [], settled: [] },
])("a ruling on $ruledOn settles $settled", ({ ruledOn, settled }) => {
  const found = settledClusters(ruledOn, clusters);
  expect(found && [...found].map(({ id }) => id)).toEqual(settled);
});
