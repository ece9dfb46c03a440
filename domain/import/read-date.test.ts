import { expect, test } from "vitest";
import { readDate } from "./read-date";

test.each([
  ["2022-01-05", "2022-01-05"],
  ["2022-01-05T23:30:00-05:00", "2022-01-05"],
  ["2022/1/5", "2022-01-05"],
  ["20220105", "2022-01-05"],
  ["5 January 2022", "2022-01-05"],
  ["Wed, 05 Jan 2022 10:00:00 GMT", "2022-01-05"],
  ["January 5th, 2022", "2022-01-05"],
  ["Jan. 5, 2022", "2022-01-05"],
  ["05.01.2022", "2022-01-05"],
  ["25/01/2022", "2022-01-25"],
  ["01/25/2022", "2022-01-25"],
  ["29.02.2024", "2024-02-29"],
  // Day and month could be taken for each other.
  ["03/04/2022", null],
  ["30 February 2022", null],
  ["2022-13-01", null],
  ["29.02.2023", null],
  ["5 Brumaire 2022", null],
  ["yesterday", null],
  ["", null],
  ["1".repeat(10_000), null],
])("%s", (written, day) => {
  expect(readDate(written)).toBe(day);
});
