import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";

/**
 * Makes those who rule on documents wait, in one order for everybody, and then those who write in the project: what is read
 * of the gold afterwards is what stands.
 */
export async function holdGold(tx: Tx, projectId: string, statementIds: readonly string[], now: Date): Promise<void> {
  const rows = await tx.statement.findMany({
    where: { id: { in: [...statementIds] }, assignment: { kind: "adjudication", document: { projectId } } },
    select: { assignmentId: true, assignment: { select: { documentId: true } } },
    orderBy: { assignment: { documentId: "asc" } },
  });
  for (const id of new Set(rows.map(({ assignmentId }) => assignmentId))) {
    await tx.assignment.updateMany({ where: { id }, data: { updatedAt: now } });
  }
  await holdProject(tx, projectId);
}
