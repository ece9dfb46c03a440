/** What is counted, in the order it is read. */
const COUNTED: readonly [key: string, one: string, many: string][] = [
  ["documents", "new article", "new articles"],
  ["readings", "reading", "readings"],
  ["gold", "gold reading", "gold readings"],
  ["suggestions", "set of suggestions", "sets of suggestions"],
  ["statements", "statement", "statements"],
  ["rulings", "ruling", "rulings"],
  ["comments", "comment", "comments"],
  ["events", "change of history", "changes of history"],
  ["speakers", "new speaker", "new speakers"],
  ["targets", "new target", "new targets"],
  ["speakers_changed", "changed speaker", "changed speakers"],
  ["targets_changed", "changed target", "changed targets"],
  ["people", "new person", "new people"],
];

/** "3 new articles, 12 statements"; of nothing "nothing". */
export function sayCounts(counts: Readonly<Record<string, number>>): string {
  const said = COUNTED.flatMap(([key, one, many]) => {
    const count = counts[key] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en")} ${count === 1 ? one : many}`];
  });
  return said.length === 0 ? "nothing" : said.join(", ");
}
