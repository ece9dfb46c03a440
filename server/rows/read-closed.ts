import { BLIND } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";

/** The documents of a project that somebody is still to read blind: all that others made of them is closed to them. */
export async function readClosed(tx: Tx, { userId }: Pick<Actor, "userId">, projectId: string): Promise<Set<string>> {
  const blind = await tx.assignment.findMany({
    where: { document: { projectId }, userId, kind: "annotation", ...BLIND },
    select: { documentId: true },
    orderBy: { documentId: "asc" },
  });
  return new Set(blind.map(({ documentId }) => documentId));
}
