import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { readInSteps } from "./read-in-steps";

/**
 * Makes those who rule on documents wait, in one order for everybody, and then those who write in the project: what is read
 * of the gold afterwards is what stands.
 */
export async function holdGold(tx: Tx, projectId: string, statementIds: readonly string[], now: Date): Promise<void> {
  const rows = await readInSteps(statementIds, (some) =>
    tx.statement.findMany({
      where: { id: { in: some }, assignment: { kind: "adjudication", document: { projectId } } },
      select: { assignmentId: true, assignment: { select: { documentId: true } } },
    }),
  );
  const documentOf = new Map(rows.map(({ assignmentId, assignment }) => [assignmentId, assignment.documentId]));
  for (const [id] of [...documentOf].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    await tx.assignment.updateMany({ where: { id }, data: { updatedAt: now } });
  }
  await holdProject(tx, projectId);
}
