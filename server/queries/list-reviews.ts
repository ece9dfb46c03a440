import type { ReviewList, ReviewSummary } from "@/domain/contract/review";
import { may } from "@/domain/policy";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { toAssignment, toDocumentSummary } from "@/server/rows/work-rows";
import { readReviewState, settledIds } from "./read-readings";

/**
 * The documents of all projects the caller reviews, with progress. Where their own blind reading is unfinished they learn
 * no figure of the others' readings.
 */
export async function listReviews(actor: Actor): Promise<ReviewList> {
  const db = database();
  const items: ReviewSummary[] = [];
  for (const { project, role } of await memberships(db, actor)) {
    if (!may("review.list", role)) continue;
    const codebook = await currentCodebook(db, project.id);
    const documents = await db.document.findMany({
      where: { projectId: project.id, assignments: { some: { kind: "annotation" } } },
      omit: { text: true },
      include: { assignments: { where: { kind: "annotation" } } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    });
    for (const { assignments, ...document } of documents) {
      const own = assignments.find((one) => one.userId === actor.userId && !one.submittedAt && !one.unblindedAt);
      const state = own ? null : await readReviewState(db, project, document.id, codebook);
      const settled = state && settledIds(state);
      items.push({
        document: toDocumentSummary(document),
        project: { id: project.id, name: project.name },
        finished: assignments.filter((one) => one.state === "submitted").length,
        assigned: assignments.length,
        progress: state && {
          clusters: state.clusters.length,
          disagreeing: state.clusters.filter((cluster) => cluster.disagreements.length > 0).length,
          ruled: state.clusters.filter((cluster) => settled?.has(cluster.id)).length,
        },
        ownAssignment: own ? toAssignment(own) : null,
      });
    }
  }
  return { items };
}
