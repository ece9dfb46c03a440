import type { Tx } from "@/server/database/client";
import type { TrainedPass } from "./training-attempts";

interface Pass extends TrainedPass {
  userId: string | null;
  state: string;
}

/** Training passes of a project, or of one person in it, by when they were begun; without those that were withdrawn. */
export function readPasses(tx: Tx, projectId: string, userId?: string): Promise<Pass[]> {
  return tx.assignment.findMany({
    where: { kind: "training", withdrawnAt: null, document: { projectId }, ...(userId !== undefined && { userId }) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, documentId: true, userId: true, state: true, result: true },
  });
}
