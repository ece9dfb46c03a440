import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsToCsv } from "./csv";

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** As the README says it is undone. */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

const piece = fc.constantFrom(
  ...["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'", '"', ",", ";", " ", "\u00A0", "\uFEFF"],
  ...["1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1)", "DDE", "é", "👩‍👩‍👧", "\u202E"],
);
const cell = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));

test("a thousand hostile cells: none begins as a formula, and each comes back by the documented rule", () => {
  const cells = fc.sample(cell, { seed: 20260131, numRuns: 1000 });
  const rows = cells.map((one, at) => [at, one]);
  const text = [...rowsToCsv(rows, { cells: "spreadsheet" })].join("");
  const read = parse(text, { bom: false, record_delimiter: "\r\n" }) as string[][];
  expect(read).toHaveLength(1000);
  for (const [at, [, found = ""]] of read.entries()) {
    expect(FORMULA.test(found), JSON.stringify(found)).toBe(false);
    expect(GUARDED.test(found) ? found.slice(1) : found).toBe(cells[at]);
  }
  const raw = [...rowsToCsv(rows, { cells: "raw" })].join("");
  expect((parse(raw, { record_delimiter: "\r\n" }) as string[][]).map(([, found]) => found)).toEqual(cells);
});

test("a number is a number, also a negative one", () => {
  expect([...rowsToCsv([[-1, "-1", 0.5]], { cells: "spreadsheet" })].join("")).toBe("-1,'-1,0.5\r\n");
});
