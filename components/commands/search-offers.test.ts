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
  offer("Anonymity stated", "Sourcing"),
  offer("Stance: add a target", "Answers"),
]);

test.each([
  [
    "",
    [
      "Select the next sentence",
      "Make a statement of the selection",
      "Émigré",
      "Undo",
      "Anonymity stated",
      "Stance: add a target",
      "Next statement",
    ],
  ],
  [
    "  ",
    [
      "Select the next sentence",
      "Make a statement of the selection",
      "Émigré",
      "Undo",
      "Anonymity stated",
      "Stance: add a target",
      "Next statement",
    ],
  ],
  ["sent", ["Select the next sentence"]],
  ["emigre", ["Émigré"]],
  ["sourcing", ["Émigré", "Anonymity stated"]],
  ["sta", ["Stance: add a target", "Anonymity stated", "Make a statement of the selection", "Undo", "Next statement"]],
  ["sentense", ["Select the next sentence"]],
  ["make statm", ["Make a statement of the selection"]],
  ["next stat", ["Next statement"]],
  ["zzz", []],
  ["(", []],
])("“%s” finds %j", (query, titles) => {
  expect(search(query).map(({ command }) => command.title)).toEqual(titles);
});
