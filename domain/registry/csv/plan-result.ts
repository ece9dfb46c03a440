import type { ReportLine } from "@/domain/import/annotated/annotated-data";

/** What a table does to a list of the registry. */
export interface RegistryPlan<Entry> {
  added: Entry[];
  changed: { before: Entry; after: Entry }[];
  /** What the report says, row by row. */
  lines: ReportLine[];
}

/** A line of the report about a row. */
export const rowLine = (
  effect: ReportLine["effect"],
  code: string,
  { line, at }: { line: number | null; at: string },
  message: string,
): ReportLine => ({ effect, code, file: "", line, at, message });

/** A change of a cell in words. */
export const sayChange = (column: string, from: string, to: string) => `${column}: ${quoted(from)} → ${quoted(to)}`;

const LONGEST = 80;

function quoted(cell: string): string {
  if (cell === "") return "nothing";
  const characters = [...cell.replaceAll("\n", " | ")];
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("")}”`;
}

/** What is told of columns that a list does not have, and of a table without names. */
export function columnLines(
  columns: readonly string[],
  known: readonly string[],
  required: readonly string[],
): ReportLine[] {
  const lines = columns
    .filter((column) => !known.includes(column))
    .map((column) =>
      rowLine(
        "lost",
        "unknown_column",
        { line: 1, at: "" },
        `The column “${column}” is none of the registry's; it is left out.`,
      ),
    );
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length === 0) return lines;
  const message = `There is no column called ${missing.join(" or ")}: the first line has to name the columns, as in an exported file.`;
  return [rowLine("stops", "no_column", { line: 1, at: "" }, message), ...lines];
}

/** Said where nothing is new or different. */
export const nothingLine = () =>
  rowLine(
    "stops",
    "nothing",
    { line: null, at: "" },
    "Everything in it stands in the registry as it is: there is nothing to import.",
  );

/** Gives what was read on, or notes why it could not be and gives null. */
export function tellTo(problems: string[]) {
  return <Read extends object>(read: Read): Exclude<Read, { problem: string }> | null => {
    if (!("problem" in read)) return read as Exclude<Read, { problem: string }>;
    problems.push(String(read.problem));
    return null;
  };
}
