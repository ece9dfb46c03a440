import type { AnnotationView } from "@/domain/contract/work";
import { openAssignment } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { refuseWithdrawn } from "@/server/commands/move-assignment";
import { database } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatements } from "@/server/rows/read-statements";
import { readRegistry } from "@/server/rows/registry-rows";
import { suggestionModeOf } from "@/server/rows/suggestion-rows";
import { toArticleDocument, toAssignment } from "@/server/rows/work-rows";
import { headOf } from "./list-change-notices";
import { readShownCodebook } from "./read-shown-codebook";
import { refuseUntrained } from "./training/read-training-state";

/** All that the annotation screen needs. Errors: 404, 409 assignment_withdrawn, training_open. */
export async function getAnnotationView(actor: Actor, assignmentId: string): Promise<AnnotationView> {
  const db = database();
  const { project, document, assignment } = await openAssignment(db, actor, assignmentId, "assignment.read");
  refuseWithdrawn(assignment);
  const isTraining = assignment.kind === "training";
  // What was begun before the training was asked for goes on.
  if (!isTraining && assignment.state === "assigned") await refuseUntrained(db, project, actor.userId);
  // Before everything else: what happens while this is read is told again, and harmless twice.
  const sequence = await headOf(project.id);
  const codebook = await readShownCodebook(db, actor, await currentCodebook(db, project.id));
  const registry = await readRegistry(db, project.id);
  const statements = await readStatements(db, [assignmentId]);
  const next = await db.assignment.findFirst({
    where: {
      userId: actor.userId,
      kind: "annotation",
      submittedAt: null,
      withdrawnAt: null,
      id: { not: assignmentId },
      document: { project: { deletedAt: null, archivedAt: null } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return {
    assignment: toAssignment(assignment),
    project: { id: project.id, name: project.name },
    document: toArticleDocument(document),
    codebook,
    registry,
    statements: statements.get(assignmentId) ?? [],
    // What a program finds would be learnt in the place of what gold has.
    suggestions: isTraining ? "off" : suggestionModeOf(project),
    nextAssignmentId: isTraining ? null : (next?.id ?? null),
    sequence,
  };
}
