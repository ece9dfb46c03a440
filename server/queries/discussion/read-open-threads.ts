import type { PlacedThread } from "@/domain/discussion/place-threads";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";

export interface OpenThread extends PlacedThread {
  /** An annotator's answer to a ruling. */
  isAnswer: boolean;
}

/** Threads that nobody has resolved and that still say something, by document. */
export async function readOpenThreads(tx: Tx, where: Prisma.CommentWhereInput): Promise<Map<string, OpenThread[]>> {
  const heads = await tx.comment.findMany({
    where: {
      ...where,
      threadId: null,
      resolvedAt: null,
      OR: [{ deletedAt: null }, { replies: { some: { deletedAt: null } } }],
    },
    select: { id: true, documentId: true, memberIds: true, rulingId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const byDocument = new Map<string, OpenThread[]>();
  for (const { id, documentId, memberIds, rulingId } of heads) {
    const thread = { id, statementIds: (memberIds ?? []) as string[], isAnswer: rulingId !== null };
    byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), thread]);
  }
  return byDocument;
}
