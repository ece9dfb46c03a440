import type { Cluster } from "./cluster";
import { type Ground, groundOf, type Leads, weighCluster } from "./cluster-weight";
import type { ReviewWeights } from "./review-settings";

/** A cluster as the queue knows it. */
export interface QueueCluster extends Cluster {
  unsure: boolean;
  /** Where they are known already: see `findLeads` and `differingPairs`, of the readings in the order of `annotators`. */
  leads?: Leads;
  pairs?: readonly number[];
  /** Speakers and targets of its members. */
  speakerIds: readonly string[];
  targetIds: readonly string[];
  /** A ruling on exactly its members stands. */
  settled: boolean;
  /** A ruling was made that its members, or who is among them, no longer bear out. */
  stale: boolean;
  /** Threads on it that nobody has resolved. */
  openThreads: number;
  /** Annotators' answers among them. */
  answers: number;
}

export interface QueueDocument<C extends QueueCluster = QueueCluster> {
  id: string;
  /** Place in the project. */
  position: number;
  /** Annotator by reading (assignment id). */
  annotators: Readonly<Record<string, string>>;
  clusters: readonly C[];
}

/** Which clusters to look for; what is not given does not matter. */
export interface QueueFilter {
  state?: "open" | "stale" | "settled" | "all";
  kind?: Ground;
  /** Key of a coded field that differs. */
  field?: string;
  /** Two annotators whose answers differ. */
  pair?: readonly [string, string];
  speaker?: string;
  target?: string;
  discussion?: DiscussionFilter;
}

/** `open`: has a thread that nobody has resolved. `answer`: an annotator's answer is among them. */
export type DiscussionFilter = "open" | "answer";

export type Facet = "kind" | "field" | "pair" | "speaker" | "target" | "discussion";

/** A cluster as placed in the queue. */
export interface Placed<C> {
  cluster: C;
  weight: number;
}

export interface PlacedDocument<D extends QueueDocument> {
  document: D;
  /** Of the heaviest of its clusters that match. */
  weight: number;
  /** Those that match, heaviest first; of equal weight in reading order. */
  clusters: Placed<D["clusters"][number]>[];
}

/**
 * The documents that have a matching cluster, the one with the heaviest first; of equal weight the one with more matching
 * clusters, then by place in the project.
 */
export function orderQueue<D extends QueueDocument>(
  documents: readonly D[],
  filter: QueueFilter,
  weights: ReviewWeights,
): PlacedDocument<D>[] {
  return documents
    .map((document) => {
      const clusters = document.clusters
        .filter((cluster) => matchesFilter(cluster, document.annotators, filter))
        .map((cluster) => ({ cluster, weight: weighCluster(cluster, weights) }))
        .sort((a, b) => b.weight - a.weight || compareReading(a.cluster, b.cluster));
      return { document, weight: clusters[0]?.weight ?? 0, clusters };
    })
    .filter(({ clusters }) => clusters.length > 0)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.clusters.length - a.clusters.length ||
        a.document.position - b.document.position ||
        compareText(a.document.id, b.document.id),
    );
}

/**
 * How many clusters each choice of a facet would leave, the other facets as they are chosen: what a list of choices
 * shows is what choosing gives.
 */
export function countFacet(
  documents: readonly QueueDocument[],
  filter: QueueFilter,
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = { ...filter, [facet]: undefined };
  if (facet === "pair") return countPairs(documents, others);
  const counts = new Map<string, number>();
  for (const { clusters, annotators } of documents) {
    for (const cluster of clusters) {
      if (!matchesFilter(cluster, annotators, others)) continue;
      for (const value of new Set(valuesOf(cluster, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many clusters match. */
export function countMatching(documents: readonly QueueDocument[], filter: QueueFilter): number {
  return documents.reduce(
    (sum, { clusters, annotators }) =>
      sum + clusters.filter((cluster) => matchesFilter(cluster, annotators, filter)).length,
    0,
  );
}

/** Two annotators as one word, whichever is named first. */
export function pairKey(a: string, b: string): string {
  return [a, b].sort().join("|");
}

export function matchesFilter(
  cluster: QueueCluster,
  annotators: Readonly<Record<string, string>>,
  { state = "open", kind, field, pair, speaker, target, discussion }: QueueFilter,
): boolean {
  const has = (facet: Exclude<Facet, "pair">, wanted: string | undefined) =>
    wanted === undefined || valuesOf(cluster, facet).includes(wanted);
  return (
    isInState(cluster, state) &&
    has("kind", kind) &&
    has("field", field) &&
    (pair === undefined || differsFor(cluster, annotators, pair)) &&
    has("speaker", speaker) &&
    has("target", target) &&
    has("discussion", discussion)
  );
}

function isInState({ settled, stale }: QueueCluster, state: NonNullable<QueueFilter["state"]>): boolean {
  if (state === "all") return true;
  if (state === "stale") return stale && !settled;
  return settled === (state === "settled");
}

function valuesOf(
  { disagreements, speakerIds, targetIds, openThreads, answers }: QueueCluster,
  facet: Exclude<Facet, "pair">,
): readonly string[] {
  switch (facet) {
    case "kind":
      return disagreements.map(groundOf);
    case "field":
      return disagreements.flatMap((one) => (one.kind === "field" ? one.subject : []));
    case "speaker":
      return speakerIds;
    case "target":
      return targetIds;
    case "discussion":
      return openThreads === 0 ? [] : answers === 0 ? ["open"] : ["open", "answer"];
  }
}

/** As `countFacet` for the annotators whose answers differ: each pair of readings is counted before it is named. */
function countPairs(documents: readonly QueueDocument[], filter: QueueFilter): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { clusters, annotators } of documents) {
    const readings = Object.keys(annotators);
    const own = new Int32Array(readings.length ** 2);
    for (const cluster of clusters) {
      if (!matchesFilter(cluster, annotators, filter)) continue;
      for (const pair of pairsOf(cluster, readings)) own[pair] = (own[pair] ?? 0) + 1;
    }
    for (const [pair, count] of own.entries()) {
      if (count === 0) continue;
      const [one, other] = [readings[Math.floor(pair / readings.length)], readings[pair % readings.length]];
      const key = pairKey(annotators[one ?? ""] ?? "", annotators[other ?? ""] ?? "");
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  return counts;
}

function differsFor(
  cluster: QueueCluster,
  annotators: Readonly<Record<string, string>>,
  names: readonly [string, string],
): boolean {
  const readings = Object.keys(annotators);
  const wanted = pairKey(...names);
  return pairsOf(cluster, readings).some((pair) => {
    const [one, other] = [readings[Math.floor(pair / readings.length)], readings[pair % readings.length]];
    return pairKey(annotators[one ?? ""] ?? "", annotators[other ?? ""] ?? "") === wanted;
  });
}

const pairsOf = ({ pairs, disagreements }: QueueCluster, readings: readonly string[]) =>
  pairs ?? differingPairs(disagreements, readings);

/** The pairs of a document's readings whose answers differ: the place of the one times their number, and that of the other. */
export function differingPairs(disagreements: Cluster["disagreements"], readings: readonly string[]): number[] {
  const all = readings.length;
  const found = new Uint8Array(all ** 2);
  for (const { answers } of disagreements) {
    const given = readings.map((reading) => answers[reading]);
    for (let one = 0; one < all; one++) {
      if (given[one] === undefined) continue;
      for (let other = one + 1; other < all; other++) {
        if (given[other] !== undefined && given[other] !== given[one]) found[one * all + other] = 1;
      }
    }
  }
  return [...found.keys()].filter((pair) => found[pair] === 1);
}

function compareReading(a: Cluster, b: Cluster): number {
  return a.start - b.start || a.end - b.end || compareText(a.id, b.id);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
