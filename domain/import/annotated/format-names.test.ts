import { expect, test } from "vitest";
import { ANNOTATED_FORMATS } from "./annotated-formats";
import { ANNOTATED_FORMAT_NAMES } from "./format-names";

test("every format is named, and no other", () => {
  expect(ANNOTATED_FORMAT_NAMES).toEqual(Object.fromEntries(ANNOTATED_FORMATS.map(({ key, name }) => [key, name])));
});
