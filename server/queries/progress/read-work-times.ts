import { timeSpent } from "@/domain/progress/time-spent";
import type { Tx } from "@/server/database/client";

/** How long each of a project's people was at work on assignments, by pseudonym, milliseconds. */
export async function readWorkTimes(tx: Tx, projectId: string, actor: string | null): Promise<Map<string, number>> {
  const rows = await tx.event.findMany({
    where: { projectId, assignmentId: { not: null }, ...(actor !== null && { actor }) },
    select: { actor: true, at: true },
  });
  const moments = new Map<string, number[]>();
  for (const { actor: who, at } of rows) {
    const own = moments.get(who);
    if (own) own.push(at.getTime());
    else moments.set(who, [at.getTime()]);
  }
  return new Map([...moments].map(([who, list]) => [who, timeSpent(list)]));
}
