import { type ArticleMark, LANE_COUNT, lookOf } from "@/components/article/article-mark";
import type { MarkGroup, MarkSource } from "@/components/article/mark-source";
import type { Hue } from "@/components/ui/hue";
import type { StatementContent } from "@/domain/statement/statement";
import type { Span } from "@/domain/text/span";
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

/** Marks are asked for by what is drawn together: one statement, for the readings that have it so. */
interface Drawn {
  cluster: ReviewCluster;
  isActive: boolean;
  spans: readonly Span[];
  lane: number;
  hue: Hue;
  name: string;
  /** The cluster's first: it bears the tag. */
  isFirst: boolean;
}

/**
 * Each reading's statements in its own lane, gold in the lane below. A mark's `statementId` is its cluster's id, so that a
 * click leads to the cluster. Cue and source are drawn for the active cluster only.
 */
export function reviewMarks(
  clusters: readonly ReviewCluster[],
  context: MarkContext,
  added: readonly ArticleMark[] = [],
): MarkSource {
  // One ruling may be on several clusters: its gold is drawn once, where it is looked at.
  const home = clusters.find(({ id }) => id === context.activeId)?.gold?.id;
  const drawnGold = new Set(home ? [home] : []);
  const drawn: Drawn[] = [];
  const groups: MarkGroup[] = [];
  for (const cluster of clusters) {
    const isActive = cluster.id === context.activeId;
    const draw = (
      content: Pick<StatementContent, "spans">,
      look: Pick<Drawn, "lane" | "hue" | "name">,
      key: string,
    ) => {
      // The same object as long as it is drawn alike, by which the surface knows what has changed.
      const drawnContent = isActive ? content : contentOnly(content);
      const isFirst = drawn.at(-1)?.cluster !== cluster;
      drawn.push({ cluster, isActive, spans: drawnContent.spans, isFirst, ...look });
      groups.push({ id: `${cluster.id} ${key}`, content: drawnContent });
    };
    for (const { statement, lane, readings } of drawnBars(cluster, context.readings)) {
      const [first = 0, ...more] = readings;
      const name = `${more.length > 0 ? "readings" : "reading"} ${readings.map(readingLetter).join(", ")}`;
      draw(statement, { lane, hue: readingHue(first), name }, String(first));
    }
    const gold = isActive ? context.draft : drawnGold.has(cluster.gold?.id ?? "") ? null : cluster.gold;
    if (cluster.gold) drawnGold.add(cluster.gold.id);
    const lane = Math.min(cluster.found.length, MOST_BARS);
    if (gold && context.gold) draw(gold, { lane, hue: GOLD_HUE, name: "gold" }, "gold");
  }
  added.forEach((mark, index) => {
    groups.push({ id: `added ${index}`, content: { spans: [mark] } });
  });
  return {
    groups,
    marksOf(index) {
      const one = drawn[index];
      return one ? marksOf(one, context.activeId) : added.slice(index - drawn.length, index - drawn.length + 1);
    },
  };
}

const contents = new WeakMap<Pick<StatementContent, "spans">, Pick<StatementContent, "spans">>();

function contentOnly(content: Pick<StatementContent, "spans">): Pick<StatementContent, "spans"> {
  const known = contents.get(content) ?? { spans: spansInRole(content.spans, "content") };
  contents.set(content, known);
  return known;
}

function marksOf({ cluster, isActive, spans, ...look }: Drawn, activeId: string | null): ArticleMark[] {
  const first = look.isFirst ? spans.find(({ role }) => role === "content") : undefined;
  return spans.map((span): ArticleMark => {
    const isContent = span.role === "content";
    return {
      statementId: cluster.id,
      number: cluster.number,
      role: span.role,
      start: span.start,
      end: span.end,
      look: lookOf(span.role),
      hue: look.hue,
      pattern: null,
      emphasis: activeId === null ? "normal" : isActive ? "active" : "receded",
      lane: isContent ? look.lane : null,
      label: `Cluster ${cluster.number}, ${look.name}, ${span.role}`,
      tag: span === first ? tagOf(cluster) : null,
      part: null,
    };
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
