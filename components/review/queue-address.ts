import type { QueueQuery } from "@/domain/contract/review-queue";

/** What the queue is filtered by, as its address has it: absent is what is not chosen. */
export type QueueChoices = Partial<
  Pick<QueueQuery, "state" | "kind" | "field" | "pair" | "speaker" | "target" | "discussion">
>;

/** Address of the queue of a project; `offset` leads to a further page. */
export function queueAddress(projectId: string, choices: QueueChoices, offset = 0): `/review?${string}` {
  const search = new URLSearchParams({ project: projectId });
  for (const [name, value] of Object.entries(choices)) {
    if (value !== undefined && !(name === "state" && value === "open")) search.set(name, value);
  }
  if (offset > 0) search.set("offset", String(offset));
  return `/review?${search}`;
}

/** Address of a document's review, at the cluster that a statement is in. */
export function reviewAddress(documentId: string, statementId?: string | null): `/review/${string}` {
  return statementId ? `/review/${documentId}?at=${statementId}` : `/review/${documentId}`;
}
