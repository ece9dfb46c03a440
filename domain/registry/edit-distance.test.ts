import { expect, test } from "vitest";
import { editDistance } from "./edit-distance";

test.each([
  ["tokayev", "tokayev", 2, 0],
  ["tokayev", "tokaev", 2, 1],
  ["tokayev", "tokyaev", 2, 1],
  ["karin", "karim", 2, 1],
  ["", "ab", 2, 2],
  ["abc", "xyz", 2, 3],
  ["short", "very long indeed", 2, 3],
  ["𝒳a", "a𝒳", 1, 1],
])("%s, %s", (a, b, most, distance) => {
  expect(editDistance(a, b, most)).toBe(distance);
  expect(editDistance(b, a, most)).toBe(distance);
});
