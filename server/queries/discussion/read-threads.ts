import type { Comment, Thread } from "@/domain/contract/discussion";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import type { People } from "./read-people";

const withMentions = { mentions: { where: { withdrawnAt: null } } } as const;
type CommentRow = Prisma.CommentGetPayload<{ include: typeof withMentions }>;

/** The threads of a document in the order they were opened; one whose comments are all deleted is left out. */
export async function readThreads(
  tx: Tx,
  documentId: string,
  people: People,
  actor: Pick<Actor, "userId">,
): Promise<Thread[]> {
  const rows = await tx.comment.findMany({
    where: { documentId },
    include: withMentions,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const repliesOf = new Map<string, CommentRow[]>();
  for (const row of rows) {
    if (row.threadId) repliesOf.set(row.threadId, [...(repliesOf.get(row.threadId) ?? []), row]);
  }
  const heads = rows.filter(({ threadId }) => threadId === null);
  const answered = heads.flatMap(({ rulingId, statementId }) =>
    rulingId && statementId ? { rulingId, statementId } : [],
  );
  const standing = await tx.ruling.findMany({
    where: { id: { in: answered.map(({ rulingId }) => rulingId) }, deletedAt: null },
    select: { id: true },
  });
  const statements = await tx.statement.findMany({
    where: { id: { in: answered.map(({ statementId }) => statementId) } },
    select: { id: true, assignmentId: true },
  });
  const stands = new Set(standing.map(({ id }) => id));
  const readingOf = new Map(statements.map(({ id, assignmentId }) => [id, assignmentId]));
  return heads.flatMap((head): Thread[] => {
    const all = [head, ...(repliesOf.get(head.id) ?? [])];
    if (all.every(({ deletedAt }) => deletedAt !== null)) return [];
    const { rulingId } = head;
    const assignmentId = readingOf.get(head.statementId ?? "");
    return [
      {
        id: head.id,
        statementIds: (head.memberIds ?? []) as string[],
        answer: rulingId && assignmentId ? { rulingId, assignmentId, rulingGone: !stands.has(rulingId) } : null,
        resolved: toResolution(head, people),
        comments: all.map((row) => toComment(row, people, actor)),
      },
    ];
  });
}

export function toResolution(
  { resolvedAt, resolvedById }: Pick<CommentRow, "resolvedAt" | "resolvedById">,
  people: People,
): Thread["resolved"] {
  return resolvedAt && resolvedById ? { at: resolvedAt.toISOString(), by: people.personOf(resolvedById).id } : null;
}

/** A comment as people read it. `mentions` are those that stand. */
export function toComment(row: CommentRow, people: People, actor: Pick<Actor, "userId">): Comment {
  const { id, revision, authorId, rulingId, deletedAt, mentions } = row;
  return {
    id,
    author: rulingId === null ? people.personOf(authorId).id : null,
    // A reviewer's own answer would tell which reading is theirs.
    own: rulingId === null && authorId === actor.userId,
    text: deletedAt ? "" : row.text,
    revision,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
    newMention: !deletedAt && mentions.some(({ userId, seenAt }) => userId === actor.userId && seenAt === null),
  };
}
