import type { NetworkEvent } from "./network-events";
import type { NetworkOptions } from "./network-options";

export interface NetworkNode {
  id: string;
  kind: "speaker" | "target";
  /** How many stances it is in. */
  frequency: number;
}

/** A network without direction; no edge has the weight 0. */
export interface Network {
  nodes: NetworkNode[];
  edges: { source: string; target: string; weight: number }[];
}

/** Counts of against and for, by target. */
type Row = Map<string, [against: number, pro: number]>;

/** The network of events, computed as Discourse Network Analyzer does with a qualifier of yes and no. */
export function computeNetwork(events: readonly NetworkEvent[], options: NetworkOptions): Network {
  const rows = new Map<string, Row>();
  const frequency = new Map<string, number>();
  for (const { actorId, targetId, agreement, times } of events) {
    const row = rows.get(actorId) ?? new Map();
    rows.set(actorId, row);
    const counts = row.get(targetId) ?? [0, 0];
    counts[agreement] += times;
    row.set(targetId, counts);
    for (const id of [actorId, targetId]) frequency.set(id, (frequency.get(id) ?? 0) + times);
  }
  const actors = [...rows.keys()].sort();
  const targets = [...new Set(events.map(({ targetId }) => targetId))].sort();
  const node = (kind: NetworkNode["kind"]) => (id: string) => ({ id, kind, frequency: frequency.get(id) ?? 0 });
  if (options.networkType === "onemode") {
    return { nodes: actors.map(node("speaker")), edges: oneModeEdges(rows, actors, options) };
  }
  const nodes = [...actors.map(node("speaker")), ...targets.map(node("target"))];
  return { nodes, edges: twoModeEdges(rows, actors, options) };
}

function twoModeEdges(rows: ReadonlyMap<string, Row>, actors: readonly string[], options: NetworkOptions) {
  const weights = actors.flatMap((source) =>
    [...(rows.get(source) ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([target, counts]) => ({ source, target, counts, weight: twoModeWeight(counts, options) })),
  );
  const { normalization } = options;
  if (normalization === "no") return weights.filter(({ weight }) => weight !== 0).map(withoutCounts);
  // Activity: by all a speaker says. Prominence: by all that is said about a target.
  const side = normalization === "activity" ? "source" : "target";
  const sums = new Map<string, number>();
  for (const edge of weights) {
    // As DNA does: of a combination only whether there is one can be summed.
    const share = options.qualifierAggregation === "combine" ? 1 : edge.counts[0] + edge.counts[1];
    sums.set(edge[side], (sums.get(edge[side]) ?? 0) + share);
  }
  return weights
    .map((edge) => ({ ...edge, weight: edge.weight / (sums.get(edge[side]) ?? 1) }))
    .filter(({ weight }) => weight !== 0)
    .map(withoutCounts);
}

const withoutCounts = ({ source, target, weight }: Network["edges"][number]) => ({ source, target, weight });

function twoModeWeight([against, pro]: [number, number], { qualifierAggregation }: NetworkOptions): number {
  if (qualifierAggregation === "subtract") return pro - against;
  // 1: only for, 2: only against, 3: both.
  if (qualifierAggregation === "combine") return (pro > 0 ? 1 : 0) + (against > 0 ? 2 : 0);
  return against + pro;
}

function oneModeEdges(rows: ReadonlyMap<string, Row>, actors: readonly string[], options: NetworkOptions) {
  const edges: Network["edges"] = [];
  for (const [index, source] of actors.entries()) {
    for (const target of actors.slice(index + 1)) {
      const [one, other] = [rows.get(source) ?? new Map(), rows.get(target) ?? new Map()];
      const norm = normOf(one, other, options.normalization);
      const weight = norm === 0 ? 0 : oneModeWeight(one, other, options) / norm;
      if (weight !== 0) edges.push({ source, target, weight });
    }
  }
  return edges;
}

function oneModeWeight(one: Row, other: Row, { qualifierAggregation }: NetworkOptions): number {
  let [congruence, conflict] = [0, 0];
  for (const [target, [against, pro]] of one) {
    const [theirAgainst, theirPro] = other.get(target) ?? [0, 0];
    congruence += against * theirAgainst + pro * theirPro;
    conflict += against * theirPro + pro * theirAgainst;
  }
  if (qualifierAggregation === "congruence") return congruence;
  if (qualifierAggregation === "conflict") return conflict;
  return qualifierAggregation === "subtract" ? congruence - conflict : congruence + conflict;
}

function normOf(one: Row, other: Row, normalization: NetworkOptions["normalization"]): number {
  if (normalization === "no") return 1;
  const [mine, theirs] = [sumOf(one), sumOf(other)];
  if (normalization === "average") return (mine + theirs) / 2;
  // DNA's own formula: the product of both activities.
  if (normalization === "cosine") return mine * theirs;
  // Jaccard: what only one of them says, and what both do.
  let norm = 0;
  for (const target of new Set([...one.keys(), ...other.keys()])) {
    const [against, pro] = one.get(target) ?? NONE;
    const [theirAgainst, theirPro] = other.get(target) ?? NONE;
    norm += jaccardPart(against, theirAgainst) + jaccardPart(pro, theirPro);
  }
  return norm;
}

const NONE: [number, number] = [0, 0];

const jaccardPart = (mine: number, theirs: number) => (mine > 0 && theirs > 0 ? mine * theirs : mine + theirs);

const sumOf = (row: Row) => [...row.values()].reduce((sum, [against, pro]) => sum + against + pro, 0);
