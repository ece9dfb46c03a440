import { expect, it } from "vitest";
import { placeThreads } from "./place-threads";

const cluster = (...ids: string[]) => ({ id: ids.join("+"), members: ids.map((statementId) => ({ statementId })) });
const thread = (id: string, ...statementIds: string[]) => ({ id, statementIds });

it.each([
  ["as it was", [cluster("a", "b"), cluster("c")], "a+b"],
  ["put together with another", [cluster("a", "b", "c")], "a+b+c"],
  ["taken apart: where most are, else the first", [cluster("b"), cluster("a")], "b"],
  ["one of its statements is gone", [cluster("c"), cluster("b")], "b"],
  ["one more has joined", [cluster("c"), cluster("a", "b", "d")], "a+b+d"],
  ["all are gone", [cluster("c")], undefined],
])("a thread on a and b, %s", (_name, clusters, place) => {
  expect(placeThreads(clusters, [thread("t", "a", "b")]).get("t")).toBe(place);
});

it("goes where most of its statements are", () => {
  const clusters = [cluster("a"), cluster("b", "c")];
  expect(placeThreads(clusters, [thread("t", "a", "b", "c"), thread("u", "a")])).toEqual(
    new Map([
      ["t", "b+c"],
      ["u", "a"],
    ]),
  );
});
