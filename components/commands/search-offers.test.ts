import { expect, test } from "vitest";
import type { PaletteOffer } from "./palette-offers";
import { makeOfferSearch } from "./search-offers";

const offer = (title: string, group: string, reason: string | null = null): PaletteOffer => ({
  command: { id: title, title, group, keys: [] },
  reason,
});
const search = makeOfferSearch([
  offer("Select the next sentence", "Move in the article"),
  offer("Make a statement of the selection", "Statements"),
  offer("Next statement", "Statements", "There are no statements yet"),
  offer("Émigré", "Sourcing"),
  offer("Undo", "Statements"),
]);

test.each([
  ["", ["Select the next sentence", "Make a statement of the selection", "Émigré", "Undo", "Next statement"]],
  ["  ", ["Select the next sentence", "Make a statement of the selection", "Émigré", "Undo", "Next statement"]],
  ["sent", ["Select the next sentence"]],
  ["emigre", ["Émigré"]],
  ["sourcing", ["Émigré"]],
  ["sentense", ["Select the next sentence"]],
  ["make statm", ["Make a statement of the selection"]],
  ["next stat", ["Next statement"]],
  ["zzz", []],
  ["(", []],
])("“%s” finds %j", (query, titles) => {
  expect(search(query).map(({ command }) => command.title)).toEqual(titles);
});
