import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { QueueQuery } from "@/domain/contract/review-queue";
import type { QueueFilter } from "@/domain/review/queue";
import type { ReviewSettings } from "@/domain/review/review-settings";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { forbidden } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";
import { nameAnnotators } from "./name-annotators";
import { type DocumentFacts, readReviewFacts } from "./read-review-facts";

type DocumentRow = Omit<rows.Document, "text"> & { assignments: rows.Assignment[] };

export interface QueueFacts {
  settings: ReviewSettings;
  codebook: CodebookVersion;
  rowOf: ReadonlyMap<string, DocumentRow>;
  /** Documents with a finished reading that the caller may look at. */
  open: DocumentFacts[];
  /** Documents without one. */
  waiting: DocumentRow[];
  /** Documents that the caller's own unfinished blind reading keeps closed. */
  closed: { row: DocumentRow; own: rows.Assignment }[];
}

/** All that the queue of a project is made of, as this person may see it. */
export async function readQueueFacts(tx: Tx, actor: Actor, project: rows.Project): Promise<QueueFacts> {
  const settings = reviewSettingsOf(project);
  const codebook = await currentCodebook(tx, project.id);
  const documents: DocumentRow[] = await tx.document.findMany({
    where: { projectId: project.id, assignments: { some: { kind: "annotation" } } },
    omit: { text: true },
    include: { assignments: { where: { kind: "annotation" } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const closed: QueueFacts["closed"] = [];
  const waiting: DocumentRow[] = [];
  const readable: DocumentRow[] = [];
  for (const row of documents) {
    const own = row.assignments.find((one) => one.userId === actor.userId && !one.submittedAt && !one.unblindedAt);
    if (own) closed.push({ row, own });
    else if (row.assignments.some(({ state }) => state === "submitted")) readable.push(row);
    else waiting.push(row);
  }
  const nameOf = await nameAnnotators(tx, project);
  return {
    settings,
    codebook,
    rowOf: new Map(readable.map((row) => [row.id, row])),
    open: await readReviewFacts(tx, project.id, readable, codebook, nameOf),
    waiting,
    closed,
  };
}

/** Throws 403 for a filter by annotators in a project that hides them: it would tell one reading of a person by another. */
export function filterOf(
  { pair, state, kind, field, speaker, target, discussion }: QueueQuery,
  settings: ReviewSettings,
): QueueFilter {
  if (pair && settings.names === "hidden") {
    throw forbidden("This project hides whose reading it is, so there is no filter by annotators.", "names_hidden");
  }
  return { state, kind, field, speaker, target, discussion, pair: pair?.split("|") as [string, string] | undefined };
}
