import type { Tx } from "@/server/database/client";

export interface ActiveReading {
  documentId: string;
  userId: string;
  submittedAt: Date | null;
}

/** The annotation assignments of a project that are not withdrawn. */
export async function readActiveReadings(tx: Tx, projectId: string): Promise<ActiveReading[]> {
  const rows = await tx.assignment.findMany({
    where: { kind: "annotation", withdrawnAt: null, document: { projectId } },
    select: { documentId: true, userId: true, submittedAt: true },
  });
  return rows.flatMap(({ userId, ...row }) => (userId === null ? [] : [{ ...row, userId }]));
}
