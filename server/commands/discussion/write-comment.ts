import { v7 as uuid } from "uuid";
import type { Comment } from "@/domain/contract/discussion";
import { mentionsIn } from "@/domain/discussion/mentions";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";
import { announceTold } from "@/server/notifications/told-feed";
import { readPeople } from "@/server/queries/discussion/read-people";
import { toComment } from "@/server/queries/discussion/read-threads";

interface CommentWrite {
  project: rows.Project;
  documentId: string;
  actor: Actor;
  now: Date;
  id: string;
  text: string;
  /** A thread's first comment is about these statements, a reply is in this thread. */
  place: { memberIds: string[] } | { threadId: string };
}

/** Adds a comment with those it names. Errors: 422 unknown_person. */
export async function writeComment(tx: Tx, write: CommentWrite): Promise<Comment> {
  const { project, documentId, actor, now, id, text, place } = write;
  await tx.comment.create({ data: { id, documentId, authorId: actor.userId, text, createdAt: now, ...place } });
  await writeMentions(tx, { project, documentId, actor, now, commentId: id, text });
  return readComment(tx, project, actor, id);
}

interface MentionWrite extends Pick<CommentWrite, "project" | "documentId" | "actor" | "now" | "text"> {
  commentId: string;
}

/**
 * Keeps whom a comment names: who was named before stays as they are, seen or not; who is not any more is withdrawn. Whoever
 * writes is not told of it.
 */
export async function writeMentions(tx: Tx, write: MentionWrite): Promise<void> {
  const { project, documentId, actor, now, commentId, text } = write;
  const { userIdOf } = await readPeople(tx, project, documentId, actor);
  const handles = mentionsIn(text);
  const errors = handles.flatMap((handle) =>
    userIdOf.has(handle) ? [] : [{ path: "text", message: `Nobody here is called @[${handle}].` }],
  );
  if (errors.length > 0) throw invalid("The comment names somebody who takes no part here.", errors, "unknown_person");
  const userIds = handles.flatMap((handle) => userIdOf.get(handle) ?? []).filter((userId) => userId !== actor.userId);
  await tx.mention.updateMany({
    where: { commentId, userId: { notIn: userIds }, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  for (const userId of userIds) {
    const key = { commentId_userId: { commentId, userId } };
    await tx.mention.upsert({
      where: key,
      update: { withdrawnAt: null },
      create: { id: uuid(), commentId, userId, createdAt: now },
    });
    announceTold(userId);
  }
}

export async function readComment(tx: Tx, project: rows.Project, actor: Actor, id: string): Promise<Comment> {
  const row = await tx.comment.findUniqueOrThrow({
    where: { id },
    include: { mentions: { where: { withdrawnAt: null } } },
  });
  return toComment(row, await readPeople(tx, project, row.documentId, actor), actor);
}
