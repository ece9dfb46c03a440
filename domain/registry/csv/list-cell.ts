// Lists within one cell of a table, written so that a person can read and change them and nothing is lost: a value per
// line, its parts with semicolons between them. A backslash says that the sign after it belongs to the value; \n and \r are
// line ends within it.

const escaped = (value: string, signs: RegExp) =>
  value.replace(signs, (sign) => (sign === "\n" ? "\\n" : sign === "\r" ? "\\r" : `\\${sign}`));

const unescaped = (text: string) =>
  text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === "n" ? "\n" : sign === "r" ? "\r" : sign));

/** Values as a cell, one in a line. */
export const joinLines = (values: readonly string[]): string =>
  values.map((value) => escaped(value, /[\\\n\r]/g)).join("\n");

/** The values of a cell; what surrounds them and empty lines do not count. */
export const splitLines = (cell: string): string[] => linesOf(cell).map(unescaped);

/** Rows of parts as a cell: a row in a line, semicolons between its parts. Empty parts at the end are left out. */
export const joinParts = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((parts) =>
      parts
        .slice(0, parts.findLastIndex((part) => part !== "") + 1)
        .map((part) => escaped(part, /[\\\n\r;]/g))
        .join("; "),
    )
    .join("\n");

/** The rows of such a cell, each with the parts that stand in it. */
export const splitParts = (cell: string): string[][] =>
  linesOf(cell).map((line) => {
    const parts = [""];
    for (const [piece] of line.matchAll(/\\[\s\S]|[^\\;]+|[\\;]/g)) {
      if (piece === ";") parts.push("");
      else parts.push(`${parts.pop()}${piece}`);
    }
    return parts.map((part) => unescaped(part.trim()));
  });

const linesOf = (cell: string) =>
  cell
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
