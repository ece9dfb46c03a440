import type { MarkPattern } from "@/components/article/article-mark";
import { stackLanes } from "@/components/article/stack-lanes";
import { patternOf, shownStance } from "@/components/article/statement-marks";
import type { Hue } from "@/components/ui/hue";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Disagreement } from "@/domain/review/cluster";
import type { StatementContent } from "@/domain/statement/statement";
import type { Range } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";
import { type ReviewCluster, readingLetter } from "../review-cluster";
import { sayDecision, sayDisagreements } from "../say-ruling";

/** What stands in the lane of one annotator, or of gold, for one cluster. Ranges are code points. */
export interface LaneEntry {
  clusterId: string;
  /** Place of the reading; the lane behind the last one is that of gold. */
  lane: number;
  /** `missing`: others have the statement and this reading has none; `none`: ruled on without a gold statement. */
  kind: "statement" | "missing" | "none";
  /** The pieces of its content; of a missing one those of who has it. */
  ranges: readonly Range[];
  hue: Hue;
  /** Of the stance, as in the text; null: none is given. */
  pattern: MarkPattern | null;
  /** Something about it is otherwise than most of the others have it. */
  differs: boolean;
  /** Where statements of one annotator lie over one another they stand side by side; null: it has the whole lane. */
  column: number | null;
  /** Spoken name, and what is shown when it is pointed at. */
  label: string;
}

/** What gold that no reading has is drawn from. */
type Added = { id: string } & Pick<StatementContent, "spans" | "stances">;

/** The lanes of a review: by cluster in reading order, then by lane. */
export function listLaneEntries(
  clusters: readonly ReviewCluster[],
  added: readonly Added[],
  { codebook, readings }: { codebook: Codebook; readings: readonly { assignmentId: string }[] },
): LaneEntry[] {
  const columns = readings.map((_, lane) => columnsOf(clusters, lane));
  const gold = readings.length;
  const drawn = new Set<string>();
  return [
    ...clusters.flatMap((cluster) => [
      ...cluster.found.map((statement, lane): LaneEntry => {
        const entry = { clusterId: cluster.id, lane };
        const name = `Reading ${readingLetter(lane)}, cluster ${cluster.number}`;
        if (!statement) return { ...entry, ...noStatement(cluster), label: `${name}: nothing marked` };
        const own = readings[lane]?.assignmentId ?? "";
        const disagreements = cluster.disagreements.filter((one) => isOdd(one, own));
        const differing = sayDisagreements({ ...cluster, disagreements }, codebook);
        return {
          ...entry,
          ...lookOf(statement, codebook),
          differs: differing.length > 0,
          column: columns[lane]?.get(cluster.id) ?? null,
          label: [name, sayStance(statement, codebook), differing.length > 0 && `differs in ${differing.join(", ")}`]
            .filter(Boolean)
            .join(", "),
        };
      }),
      // One ruling may be on several clusters.
      ...(drawn.has(cluster.gold?.id ?? "") ? [] : goldOf(cluster, gold, codebook, drawn)),
    ]),
    ...added.map(({ id, ...content }): LaneEntry => {
      const entry = { clusterId: id, lane: gold, differs: false, column: null };
      return { ...entry, ...lookOf(content, codebook), label: "Gold, added in review" };
    }),
  ];
}

function goldOf(cluster: ReviewCluster, lane: number, codebook: Codebook, drawn: Set<string>): LaneEntry[] {
  const { id, number, gold, ruling } = cluster;
  if (!ruling) return [];
  if (gold) drawn.add(gold.id);
  const entry = { clusterId: id, lane, differs: false, column: null };
  const said = sayDecision(ruling.decision);
  if (!gold) return [{ ...entry, ...noStatement(cluster), kind: "none", label: `Cluster ${number}: ${said}` }];
  return [{ ...entry, ...lookOf(gold, codebook), label: `Cluster ${number}. ${said}` }];
}

function lookOf(content: Pick<StatementContent, "spans" | "stances">, codebook: Codebook) {
  const value = shownStance(content, codebook);
  return {
    kind: "statement" as const,
    ranges: spansInRole(content.spans, "content"),
    hue: value?.colour ?? ("slate" as const),
    pattern: value ? patternOf(value.score) : null,
  };
}

function noStatement({ statements }: ReviewCluster) {
  const ranges = spansInRole(statements[0]?.spans ?? [], "content");
  return { kind: "missing" as const, ranges, hue: "slate" as const, pattern: null, differs: false, column: null };
}

function sayStance(content: Pick<StatementContent, "stances">, codebook: Codebook): string {
  return shownStance(content, codebook)?.label ?? "no stance";
}

/** Whether a reading's answer is not the one that is given more often than every other. */
function isOdd({ kind, answers }: Disagreement, assignmentId: string): boolean {
  if (kind === "missing" || !(assignmentId in answers)) return false;
  const given = Object.values(answers);
  const count = (answer: string | null) => given.filter((one) => one === answer).length;
  const own = answers[assignmentId] ?? null;
  return given.some((other) => other !== own && count(other) >= count(own));
}

function columnsOf(clusters: readonly ReviewCluster[], lane: number): ReadonlyMap<string, number> {
  return stackLanes(
    new Map(clusters.map(({ id, found }) => [id, spansInRole(found[lane]?.spans ?? [], "content")] as const)),
  );
}
