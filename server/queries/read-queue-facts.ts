import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { QueueQuery } from "@/domain/contract/review-queue";
import type { QueueFilter } from "@/domain/review/queue";
import type { ReviewSettings } from "@/domain/review/review-settings";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { forbidden } from "@/server/http-error";
import { perProcess } from "@/server/per-process";
import { currentCodebook } from "@/server/rows/codebook-of";
import { type QueueAssignment, readQueueAssignments } from "@/server/rows/queue-rows";
import { reviewSettingsOf } from "@/server/rows/review-settings-of";
import { headOf } from "./list-change-notices";
import { nameAnnotators } from "./name-annotators";
import { type DocumentFacts, forgetClusters, readReviewFacts } from "./read-review-facts";

type DocumentRow = Omit<rows.Document, "text"> & { assignments: readonly QueueAssignment[] };

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

/** What the queue of a project is made of, whoever asks. */
interface QueueBase {
  /** The project's events up to this one are in it. */
  sequence: number;
  settings: ReviewSettings;
  codebook: CodebookVersion;
  documents: DocumentRow[];
  facts: ReadonlyMap<string, DocumentFacts>;
  /** The same in the project's order: what is open to who reads nothing there themselves. */
  all: DocumentFacts[];
}

/** Projects kept; the one not asked for the longest goes first. */
const KEPT = 8;

const held = perProcess("queue-base", () => new Map<string, Promise<QueueBase>>());

/** All that the queue of a project is made of, as this person may see it. Not to be called within a transaction. */
export async function readQueueFacts(actor: Actor, project: rows.Project): Promise<QueueFacts> {
  const { settings, codebook, documents, facts, all } = await readBase(project);
  const ownIds = new Set<string>();
  const closedOnes: { row: DocumentRow; id: string }[] = [];
  const waiting: DocumentRow[] = [];
  const readable: DocumentRow[] = [];
  for (const row of documents) {
    const own = row.assignments.find((one) => one.userId === actor.userId && !one.submittedAt && !one.unblindedAt);
    if (own) {
      ownIds.add(own.id);
      closedOnes.push({ row, id: own.id });
    } else if (facts.has(row.id)) readable.push(row);
    else waiting.push(row);
  }
  const own = new Map(
    (await database().assignment.findMany({ where: { id: { in: [...ownIds] } } })).map((row) => [row.id, row]),
  );
  return {
    settings,
    codebook,
    rowOf: new Map(readable.map((row) => [row.id, row])),
    // The very same list each time, by which what was counted of it is known again.
    open: ownIds.size === 0 ? all : readable.flatMap(({ id }) => facts.get(id) ?? []),
    waiting,
    closed: closedOnes.flatMap(({ row, id }) => {
      const assignment = own.get(id);
      return assignment ? [{ row, own: assignment }] : [];
    }),
  };
}

/** Kept between calls as long as the project's events stay the same: every change of what it is made of has one. */
async function readBase(project: rows.Project): Promise<QueueBase> {
  // Before the rows: what is written in between is read once more the next time.
  const sequence = await headOf(project.id);
  const before = held.get(project.id);
  const next = (before ?? Promise.resolve(null))
    .catch(() => null)
    .then((known) => (known && known.sequence >= sequence ? known : readAnew(project, sequence)));
  held.delete(project.id);
  held.set(project.id, next);
  const [oldest] = held.keys();
  if (held.size > KEPT && oldest) held.delete(oldest);
  return next;
}

async function readAnew(project: rows.Project, sequence: number): Promise<QueueBase> {
  const db = database();
  const settings = reviewSettingsOf(project);
  const codebook = await currentCodebook(db, project.id);
  const assignmentsOf = new Map<string, QueueAssignment[]>();
  for (const assignment of await readQueueAssignments(db, project.id)) {
    const own = assignmentsOf.get(assignment.documentId);
    if (own) own.push(assignment);
    else assignmentsOf.set(assignment.documentId, [assignment]);
  }
  const stored = await db.document.findMany({
    where: { projectId: project.id },
    omit: { text: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const documents = stored.flatMap((row) => {
    const assignments = assignmentsOf.get(row.id);
    return assignments ? [{ ...row, assignments }] : [];
  });
  const read = documents.filter(({ assignments }) => assignments.some(({ state }) => state === "submitted"));
  const call = await nameAnnotators(db, project);
  const names = new Map<string, string>();
  const nameOf = (assignment: QueueAssignment) => {
    // Where names are hidden each reading has one of its own.
    const key = settings.names === "hidden" ? assignment.id : (assignment.userId ?? assignment.id);
    const name = names.get(key) ?? call(assignment);
    names.set(key, name);
    return name;
  };
  const facts = await readReviewFacts(project.id, read, codebook, nameOf);
  return { sequence, settings, codebook, documents, facts: new Map(facts.map((one) => [one.id, one])), all: facts };
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

/** Forgets all that was read, as a new start does. */
export function forgetQueue(): void {
  held.clear();
  forgetClusters();
}
