import type { Tx } from "@/server/database/client";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";

interface ClaimFacts {
  documentIds: string[];
  readings: Map<string, number>;
  own: Set<string>;
  /** Unfinished documents that the person has in the project. */
  open: number;
}

/** What a claim is decided by, as it stands now: assignments whose lease is over without a beginning do not count. */
export async function readClaimFacts(
  tx: Tx,
  { projectId, userId, now }: { projectId: string; userId: string; now: Date },
): Promise<ClaimFacts> {
  const { isOn, documentIds } = trainingSettingsOf(await tx.project.findUniqueOrThrow({ where: { id: projectId } }));
  const documents = await tx.document.findMany({
    where: { projectId, replacedBy: null, ...(isOn && { id: { notIn: documentIds } }) },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const rows = await tx.assignment.findMany({
    where: { kind: "annotation", document: { projectId } },
    select: { documentId: true, userId: true, state: true, withdrawnAt: true, leaseUntil: true },
  });
  const readings = new Map<string, number>();
  const own = new Set<string>();
  let open = 0;
  for (const row of rows) {
    const isLapsed = row.state === "assigned" && row.leaseUntil !== null && row.leaseUntil <= now;
    const isActive = row.withdrawnAt === null && !isLapsed;
    if (isActive) readings.set(row.documentId, (readings.get(row.documentId) ?? 0) + 1);
    if (row.userId !== userId) continue;
    if (isActive && row.state !== "submitted") open += 1;
    // What a manager took away is not taken again; what lapsed may be.
    if (isActive || (row.withdrawnAt !== null && row.leaseUntil === null)) own.add(row.documentId);
  }
  // Whoever trained on an article has seen its gold.
  const trained = await tx.assignment.findMany({
    where: { kind: "training", userId, document: { projectId } },
    select: { documentId: true },
  });
  for (const { documentId } of trained) own.add(documentId);
  return { documentIds: documents.map(({ id }) => id), readings, own, open };
}
