import { scoreTraining } from "@/domain/training/score-training";
import type { Tx } from "@/server/database/client";
import { readFirstPairs } from "@/server/queries/training/read-training-pairs";
import { currentCodebook } from "@/server/rows/codebook-of";

/** Keeps what a training pass reached when it is submitted; once only, for after that its holder has seen gold. */
export async function recordTrainingResult(
  tx: Tx,
  projectId: string,
  assignment: { id: string; documentId: string },
  now: Date,
): Promise<void> {
  const assignmentId = assignment.id;
  if (await tx.trainingResult.findUnique({ where: { assignmentId } })) return;
  const { content } = await currentCodebook(tx, projectId);
  const score = scoreTraining(await readFirstPairs(tx, assignment, content), content);
  await tx.trainingResult.create({ data: { assignmentId, score, createdAt: now } });
}
