import type { ArrangedLine } from "./arrange-page";

/** Lines at the top and at the bottom of a page among which running ones are looked for. */
const EDGE = 2;
/** Share of the pages' height, from the highest line to the lowest, within which they are looked for. */
const BAND = 0.12;
/** Points by which a running line may stand higher or lower from page to page. */
const SHIFT = 4;
const PAGE_NUMBER = /^[-–—|\s]*(?:(?:page|p\.|seite|стр\.?|бет)\s*)?#+(?:\s*(?:\/|of|von|из)\s*#+)?[-–—|\s]*$/iu;

/**
 * Pages without what repeats at the same place of their top or bottom: the name of the paper, the day, the number of the
 * page. What says the same but for its digits on at least half of the pages, or on three, is running; a number alone on two.
 * `dropped`: the lines left out, each once, as the first page has them.
 */
export function dropRunningLines<Line extends ArrangedLine>(
  pages: readonly (readonly Line[])[],
): { pages: Line[][]; dropped: string[] } {
  if (pages.length < 2) return { pages: pages.map((page) => [...page]), dropped: [] };
  const heights = pages.flat().map(({ y }) => y);
  const [bottom, top] = [Math.min(...heights), Math.max(...heights)];
  const band = (top - bottom) * BAND;
  const edges = pages.map((page) => {
    const byHeight = [...page].sort((a, b) => b.y - a.y);
    const highest = byHeight.slice(0, EDGE).filter(({ y }) => y >= top - band);
    return [...new Set([...highest, ...byHeight.slice(-EDGE).filter(({ y }) => y <= bottom + band)])];
  });
  const running = new Set<Line>();
  const dropped = new Map<string, string>();
  for (const line of edges.flat()) {
    const said = wordsOf(line);
    const alike = edges.flatMap((edge) => {
      const found = edge.find((other) => wordsOf(other) === said && Math.abs(other.y - line.y) <= SHIFT);
      return found ? [found] : [];
    });
    const isNumber = PAGE_NUMBER.test(said);
    const isRunning = alike.length >= 2 && (isNumber || alike.length >= 3 || alike.length >= pages.length / 2);
    // On two pages, a line that is the same to the digit may be a sentence; then its place alone does not tell.
    if (!isRunning || (!isNumber && said.length > 120)) continue;
    for (const one of alike) running.add(one);
    if (!dropped.has(said)) dropped.set(said, alike[0]?.text.trim() ?? said);
  }
  return {
    pages: pages.map((page) => page.filter((line) => !running.has(line))),
    dropped: [...dropped.values()],
  };
}

/** What a line says whichever page it is on. */
const wordsOf = ({ text }: ArrangedLine) => text.trim().replace(/\s+/g, " ").replace(/\d+/g, "#").toLowerCase();
