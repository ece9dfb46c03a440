import type { QueueEntry, QueueQuery, ReviewQueue } from "@/domain/contract/review-queue";
import { listGrounds } from "@/domain/review/cluster-weight";
import type { PlacedDocument } from "@/domain/review/queue";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toAssignment, toDocumentSummary } from "@/server/rows/work-rows";
import { countQueue } from "./count-queue";
import { readBatches } from "./read-batches";
import { readLeases } from "./read-leases";
import { filterOf, type QueueFacts, readQueueFacts } from "./read-queue-facts";
import type { DocumentFacts } from "./read-review-facts";

const DOCUMENTS_A_PAGE = 50;
const CLUSTERS_A_DOCUMENT = 5;

/**
 * The documents of a project with clusters to look at, the weightiest first. Errors: 404, 403, also for a filter by
 * annotators where the project hides them.
 */
export async function getReviewQueue(
  actor: Actor,
  projectId: string,
  query: QueueQuery,
  now: Date,
): Promise<ReviewQueue> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "review.list");
  const facts = await readQueueFacts(actor, project);
  const filter = filterOf(query, facts.settings);
  const leases = await readLeases(db, actor, { document: { projectId } }, now);
  const { ordered, progress, states, facets } = countQueue(facts.open, filter, facts.settings.weights);
  const page = ordered.slice(query.offset, query.offset + DOCUMENTS_A_PAGE);
  const end = query.offset + page.length;
  // Their names alone: a project may have thousands of speakers.
  const names = { where: { projectId }, select: { id: true, name: true } };
  const [speakers, targets] = [await db.speaker.findMany(names), await db.target.findMany(names)];
  const named = (names: readonly { id: string; name: string }[], facet: "speaker" | "target") => {
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return facets[facet].map((choice) => ({ ...choice, label: nameOf.get(choice.value) ?? "" }));
  };
  const fields = new Map(facts.codebook.content.fields.map(({ key, label }) => [key, label]));
  return {
    project: { id: project.id, name: project.name },
    entries: page.map((placed) => toEntry(placed, facts, leases)),
    nextOffset: end < ordered.length ? end : null,
    matching: { documents: ordered.length, clusters: ordered.reduce((sum, { clusters }) => sum + clusters.length, 0) },
    progress,
    choices: {
      state: states,
      kind: facets.kind,
      field: facets.field.map((choice) => ({ ...choice, label: fields.get(choice.value) ?? choice.value })),
      pair:
        facts.settings.names === "hidden"
          ? []
          : facets.pair.map((choice) => ({ ...choice, label: choice.value.split("|").join(" and ") })),
      speaker: named(speakers, "speaker"),
      target: named(targets, "target"),
      discussion: facets.discussion,
    },
    batches: await readBatches(db, projectId, facts),
    closed: facts.closed.map(({ row, own }) => ({
      document: toDocumentSummary(row),
      ownAssignment: toAssignment(own),
    })),
    waiting: facts.waiting.map((row) => ({ document: toDocumentSummary(row), assigned: row.assignments.length })),
  };
}

function toEntry(
  { document, weight, clusters }: PlacedDocument<DocumentFacts>,
  { rowOf }: QueueFacts,
  leases: Awaited<ReturnType<typeof readLeases>>,
): QueueEntry {
  const row = rowOf.get(document.id);
  if (!row) throw new Error(`The queue has a document ${document.id} that was not read.`);
  return {
    document: toDocumentSummary(row),
    weight,
    finished: document.finished,
    assigned: document.assigned,
    clusters: document.clusters.length,
    settled: document.clusters.filter(({ settled }) => settled).length,
    openThreads: document.clusters.reduce((sum, { openThreads }) => sum + openThreads, 0),
    matching: clusters.length,
    items: clusters.slice(0, CLUSTERS_A_DOCUMENT).map(({ cluster, weight }) => ({
      statementId: cluster.members[0]?.statementId ?? "",
      weight,
      grounds: listGrounds(cluster),
      fields: [...new Set(cluster.disagreements.flatMap(({ kind, subject }) => (kind === "field" ? subject : [])))],
      quote: cluster.quote,
      settled: cluster.settled,
      stale: cluster.stale,
      openThreads: cluster.openThreads,
      answers: cluster.answers,
    })),
    lease: leases.get(document.id) ?? null,
  };
}
