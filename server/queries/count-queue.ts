import { QueueState, type ReviewQueue } from "@/domain/contract/review-queue";
import {
  countFacet,
  countMatching,
  type Facet,
  orderQueue,
  type PlacedDocument,
  type QueueFilter,
} from "@/domain/review/queue";
import type { ReviewSettings } from "@/domain/review/review-settings";
import type { DocumentFacts } from "./read-review-facts";

type Choice = { value: string; count: number };

interface QueueCounts {
  ordered: readonly PlacedDocument<DocumentFacts>[];
  /** Documents and clusters in all, whatever is looked for. */
  progress: ReviewQueue["progress"];
  states: { value: (typeof QueueState.options)[number]; count: number }[];
  facets: Record<Facet, Choice[]>;
}

/** What was counted of the same documents: in the order in which reviewers last asked for it. */
const known = new WeakMap<readonly DocumentFacts[], Map<string, QueueCounts>>();
const KEPT = 12;

/** A project's queue by a filter. What is counted of thousands of clusters is kept as long as none of them changes. */
export function countQueue(
  open: readonly DocumentFacts[],
  filter: QueueFilter,
  weights: ReviewSettings["weights"],
): QueueCounts {
  const own = known.get(open) ?? new Map<string, QueueCounts>();
  known.set(open, own);
  const key = JSON.stringify([filter, weights]);
  const counts = own.get(key) ?? countAnew(open, filter, weights);
  own.delete(key);
  own.set(key, counts);
  const [oldest] = own.keys();
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
  return counts;
}

function countAnew(
  open: readonly DocumentFacts[],
  filter: QueueFilter,
  weights: ReviewSettings["weights"],
): QueueCounts {
  const count = (facet: Facet) => choicesOf(countFacet(open, filter, facet));
  return {
    ordered: orderQueue(open, filter, weights),
    progress: progressOf(open),
    states: QueueState.options.map((state) => ({ value: state, count: countMatching(open, { ...filter, state }) })),
    facets: {
      kind: count("kind"),
      field: count("field"),
      pair: count("pair"),
      speaker: count("speaker"),
      target: count("target"),
      discussion: count("discussion"),
    },
  };
}

function progressOf(documents: readonly DocumentFacts[]): QueueCounts["progress"] {
  const counts = { settledDocuments: 0, clusters: 0, settled: 0, stale: 0, discussed: 0, answered: 0 };
  const progress = { documents: documents.length, ...counts };
  for (const { clusters } of documents) {
    const settled = clusters.filter((one) => one.settled).length;
    progress.clusters += clusters.length;
    progress.settled += settled;
    progress.stale += clusters.filter((one) => one.stale).length;
    progress.discussed += clusters.filter(({ openThreads }) => openThreads > 0).length;
    progress.answered += clusters.filter(({ answers }) => answers > 0).length;
    if (settled === clusters.length) progress.settledDocuments += 1;
  }
  return progress;
}

/** The commonest first. */
function choicesOf(counts: ReadonlyMap<string, number>): Choice[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
