import { expect, it } from "vitest";
import { findOptions } from "./combobox-option";

const options = [
  { id: "1", label: "The Foreign Ministry", secondary: "organisation" },
  { id: "2", label: "Ministry of Health" },
  { id: "3", label: "Ünal Çelik", keywords: ["the spokesman"] },
  { id: "4", label: "Қазақстан" },
];

it.each([
  ["", ["1", "2", "3", "4"]],
  ["ministry", ["2", "1"]],
  ["min fore", ["1"]],
  ["unal celik", ["3"]],
  ["spokes", ["3"]],
  ["қазақ", ["4"]],
  ["nobody", []],
])("finds %j", (query, ids) => {
  expect(findOptions(options, query).map((option) => option.id)).toEqual(ids);
});
