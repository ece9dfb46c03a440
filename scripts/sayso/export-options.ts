import { FORMAT_NAMES, LICENSES } from "@/domain/formats/format-names";

/** What `sayso export` takes, for its help. */
export const EXPORT_OPTIONS = [
  "--project <id or name>    may be left out where there is only one",
  `--format <name>           ${inLines(FORMAT_NAMES)} (then json)`,
  "--layers <which>          annotation (finished readings), adjudication (gold), both, all (also suggestions) (then both)",
  "--out <file>              - is the standard output; left out: named after project, format and day, in this folder",
  "--force                   put the file in the place of one that is there",
  "--documents <ids>         with commas between them (then all)",
  "--fields <keys>           with commas between them (then all)",
  "--people <how>            pseudonyms, names (then pseudonyms)",
  "--times <how>             exact, day (then exact)",
  "--cells <how>             of CSV: raw, spreadsheet (then raw)",
  "--formats <names>         in a bundle, beside those always in it",
  "--seed <number>           of a bundle's split by article (then 1)",
  `--license <name>          of a bundle: ${LICENSES.join(", ")} (then none)`,
  "--network-type, --actor, --qualifier-aggregation, --normalization, --duplicates, --time-window, --window-size",
  "                          of networks, as in the API (/api/docs)",
];

/** Names with commas between them, as many to a line as it holds. */
function inLines(names: readonly string[]): string {
  let line = "";
  let text = "";
  for (const name of names) {
    if (line.length + name.length > 80) {
      text += `${line}\n${" ".repeat(28)}`;
      line = "";
    }
    line += name === names.at(-1) ? name : `${name}, `;
  }
  return text + line;
}
