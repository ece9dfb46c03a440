import { expect, test } from "vitest";
import { formatMoment } from "./format-moment";

test.each([
  ["Asia/Kathmandu", "22 January 2022, 03:45:03"],
  ["UTC", "21 January 2022, 22:00:03"],
  ["America/New_York", "21 January 2022, 17:00:03"],
])("a moment in %s", (zone, words) => {
  expect(formatMoment("2022-01-21T22:00:03.000Z", zone)).toBe(words);
});
