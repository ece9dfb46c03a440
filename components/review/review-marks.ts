import { type ArticleMark, LANE_COUNT, lookOf } from "@/components/article/article-mark";
import type { Hue } from "@/components/ui/hue";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { type ReviewCluster, readingLetter } from "./review-cluster";

/** Told apart by people who see few colours too; letters and lanes say the same. */
const HUES: readonly Hue[] = ["blue", "orange", "violet", "teal", "pink", "sky", "red", "slate"];
export const GOLD_HUE: Hue = "green";

export function readingHue(index: number): Hue {
  return HUES[index % HUES.length] ?? "slate";
}

interface MarkContext {
  activeId: string | null;
  /** Indexes of the readings drawn. */
  readings: ReadonlySet<number>;
  /** Gold is drawn. */
  gold: boolean;
  /** The gold statement of the active cluster as it would be saved; null: none, or nothing decided. */
  draft: StatementContent | null;
}

/**
 * Each reading's statements in its own lane, gold in the lane below. A mark's `statementId` is its cluster's id, so that a
 * click leads to the cluster. Cue and source are drawn for the active cluster only.
 */
export function reviewMarks(clusters: readonly ReviewCluster[], context: MarkContext): ArticleMark[] {
  // One ruling may be on several clusters: its gold is drawn once, where it is looked at.
  const home = clusters.find(({ id }) => id === context.activeId)?.gold?.id;
  const drawnGold = new Set(home ? [home] : []);
  return clusters.flatMap((cluster) => {
    const active = cluster.id === context.activeId;
    const emphasis = context.activeId === null ? "normal" : active ? "active" : "receded";
    let tagged = false;
    const draw = (content: Pick<StatementContent, "spans">, look: { lane: number; hue: Hue; name: string }) =>
      content.spans
        .filter((span) => active || span.role === "content")
        .map((span): ArticleMark => {
          const isContent = span.role === "content";
          const tag = isContent && !tagged ? tagOf(cluster) : null;
          tagged ||= isContent;
          return {
            statementId: cluster.id,
            number: cluster.number,
            role: span.role,
            start: span.start,
            end: span.end,
            look: lookOf(span.role),
            hue: look.hue,
            pattern: null,
            emphasis,
            lane: isContent ? look.lane : null,
            label: `Cluster ${cluster.number}, ${look.name}, ${span.role}`,
            tag,
            part: null,
          };
        });

    const drawn = drawnBars(cluster, context.readings).flatMap(
      ({ statement, lane, readings: [first = 0, ...more] }) => {
        const letters = [first, ...more].map(readingLetter).join(", ");
        const name = `${more.length > 0 ? "readings" : "reading"} ${letters}`;
        return draw(statement, { lane, hue: readingHue(first), name });
      },
    );
    const gold = active ? context.draft : drawnGold.has(cluster.gold?.id ?? "") ? null : cluster.gold;
    if (cluster.gold) drawnGold.add(cluster.gold.id);
    const lane = Math.min(cluster.found.length, MOST_BARS);
    if (gold && context.gold) drawn.push(...draw(gold, { lane, hue: GOLD_HUE, name: "gold" }));
    return drawn;
  });
}

/** So many bars are told apart under a line, and one for gold. */
const MOST_BARS = LANE_COUNT - 1;

/**
 * What is drawn under the words of a cluster: each reading on its own or, where there are more of them than bars, each
 * passage once for all readings that have it so, the one of the most readings nearest the words.
 */
function drawnBars({ found }: ReviewCluster, shown: ReadonlySet<number>) {
  const single = found.flatMap((statement, index) =>
    statement && shown.has(index) ? [{ statement, lane: index, readings: [index] }] : [],
  );
  if (found.length <= MOST_BARS) return single;
  const passages = new Map<string, (typeof single)[number]>();
  for (const one of single) {
    const passage = spansInRole(one.statement.spans, "content").map(({ start, end }) => `${start}-${end}`);
    const same = passages.get(passage.join());
    if (same) same.readings.push(...one.readings);
    else passages.set(passage.join(), one);
  }
  return [...passages.values()]
    .sort((a, b) => b.readings.length - a.readings.length)
    .map((one, lane) => ({ ...one, lane: Math.min(lane, MOST_BARS - 1) }));
}

/** Gold that no reading has, and what is on its way to be such, in the lane of gold; null: gold is not drawn. */
export function addedMarks(
  statements: readonly (Pick<StatementContent, "spans"> & { id: string })[],
  lane: number | null,
): ArticleMark[] {
  if (lane === null) return [];
  return statements.flatMap(({ id, spans }) =>
    spans.map(
      (span): ArticleMark => ({
        statementId: id,
        number: 0,
        role: span.role,
        start: span.start,
        end: span.end,
        look: lookOf(span.role),
        hue: GOLD_HUE,
        pattern: null,
        emphasis: id === "new" ? "active" : "normal",
        lane: span.role === "content" ? Math.min(lane, MOST_BARS) : null,
        label: `Added in review, ${span.role}`,
        tag: span.role === "content" ? "+" : null,
        part: null,
      }),
    ),
  );
}

/** The number, which readings have it where not all do, and a tick once it is settled. */
function tagOf({ number, found, ruling }: ReviewCluster): string {
  const all = found.every((statement) => statement !== null);
  const letters = all
    ? ""
    : ` ${found.flatMap((statement, index) => (statement ? readingLetter(index) : [])).join("")}`;
  return `${number}${letters}${ruling ? " ✓" : ""}`;
}
