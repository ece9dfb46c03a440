import { timeSpent } from "@/domain/progress/time-spent";
import type { Tx } from "@/server/database/client";

/** How long each of a project's people was at work on assignments, training left out, by pseudonym, milliseconds. */
export async function readWorkTimes(tx: Tx, projectId: string, actor: string | null): Promise<Map<string, number>> {
  const rows = await tx.event.findMany({
    where: { projectId, assignmentId: { not: null }, ...(actor !== null && { actor }) },
    select: { actor: true, at: true, assignmentId: true },
  });
  const training = await tx.assignment.findMany({
    where: { kind: "training", document: { projectId } },
    select: { id: true },
  });
  const leftOut = new Set<string | null>(training.map(({ id }) => id));
  const moments = new Map<string, number[]>();
  for (const { actor: who, at, assignmentId } of rows) {
    if (leftOut.has(assignmentId)) continue;
    const own = moments.get(who);
    if (own) own.push(at.getTime());
    else moments.set(who, [at.getTime()]);
  }
  return new Map([...moments].map(([who, list]) => [who, timeSpent(list)]));
}
