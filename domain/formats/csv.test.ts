import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvOptions, rowsToCsv } from "./csv";
import type { Cell } from "./tables/table";

const hostile = fc.array(
  fc.constantFrom(
    ...["=", "+", "-", "@", "\t", "\r", "\n", ",", '"', "'", "＝", "＋", "－", "＠", " ", "a", "👩‍🚒", ""],
  ),
  { maxLength: 6 },
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  hostile.map((parts) => parts.join("")),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

test.each(["raw", "spreadsheet"] as const)("is written as a library writes it: %s", (cells) => {
  fc.assert(
    fc.property(rows, (table) => {
      expect([...rowsToCsv(table, { cells })].join("")).toBe(byLibrary(table, cells));
    }),
    { numRuns: 2000 },
  );
});

function byLibrary(table: readonly Cell[][], cells: CsvOptions["cells"]): string {
  const guarded = cells === "spreadsheet";
  const text = (one: Cell) => {
    if (one === null) return "";
    if (typeof one === "boolean") return one ? "TRUE" : "FALSE";
    if (typeof one === "number") return one === 0 ? 0 : one;
    return guarded && /^'+[=+\-@\t\r＝＋－＠]/.test(one) ? `'${one}` : one;
  };
  return stringify(
    table.map((row) => row.map(text)),
    { record_delimiter: "\r\n", quote_record_delimiter: true, escape_formulas: guarded },
  );
}
