import { expect, it } from "vitest";
import { indexTargets, proposeTargets } from "./propose-targets";

const names = {
  tram: "The new tram line",
  market: "Closing the market hall",
  eu: "EU membership",
  line: "The old bus line",
};
const index = indexTargets([
  ...Object.entries(names).map(([id, name]) => ({ id, name, mergedIntoId: null })),
  { id: "gone", name: "Tram", mergedIntoId: "tram" },
]);

it.each<[string, string[]]>([
  ["that the tram would be late", ["tram"]],
  ["TRAMS for everybody", []],
  ["the line was long", []],
  ["it closed the market and its hall", ["market"]],
  ["that the EU would help", ["eu"]],
  ["“Naïve 👩‍👩‍👧”", []],
  ["", []],
])("%s", (passage, ids) => {
  expect(proposeTargets(passage, index).map(({ id }) => id)).toEqual(ids);
});

it("proposes nothing where there are no targets", () => {
  expect(proposeTargets("that the tram would be late", indexTargets([]))).toEqual([]);
});
