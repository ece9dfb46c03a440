import type { MentionItem, MentionList } from "@/domain/contract/discussion";
import { toTyped } from "@/domain/discussion/mentions";
import { may } from "@/domain/policy";
import { BLIND, memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { toDocumentSummary } from "@/server/rows/work-rows";
import { type People, readPeople } from "./read-people";

/** So many are listed; older ones are found where they stand. */
const LATEST = 100;

/**
 * Comments that name the caller in the projects they review, the latest first. Where their own blind reading is unfinished
 * they learn only that there is one.
 */
export async function listMentions(actor: Actor): Promise<MentionList> {
  const db = database();
  const projects = await reviewedProjects(db, actor);
  const rows = await db.mention.findMany({
    where: standing(actor, projects),
    include: { comment: { include: { thread: true, document: { omit: { text: true } } } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LATEST,
  });
  const blind = await db.assignment.findMany({
    where: { userId: actor.userId, kind: "annotation", ...BLIND },
    select: { documentId: true },
  });
  const closed = new Set(blind.map(({ documentId }) => documentId));
  const people = new Map<string, People>();
  const items: MentionItem[] = [];
  for (const { comment, createdAt, seenAt } of rows) {
    const { document, documentId, authorId } = comment;
    const project = projects.find(({ id }) => id === document.projectId);
    if (!project) continue;
    const known = people.get(documentId) ?? (await readPeople(db, project, documentId, actor));
    people.set(documentId, known);
    const head = comment.thread ?? comment;
    items.push({
      commentId: comment.id,
      document: toDocumentSummary(document),
      project: { id: project.id, name: project.name },
      at: createdAt.toISOString(),
      seen: seenAt !== null,
      comment: closed.has(documentId)
        ? null
        : {
            statementId: ((head.memberIds ?? []) as string[])[0] ?? "",
            author: known.personOf(authorId).name,
            text: toTyped(comment.text, known.list),
            resolved: head.resolvedAt !== null,
          },
    });
  }
  return { items, unseen: await countMentions(actor) };
}

/** How many comments name the caller that they have not seen yet. */
export async function countMentions(actor: Actor): Promise<number> {
  const db = database();
  return db.mention.count({ where: { ...standing(actor, await reviewedProjects(db, actor)), seenAt: null } });
}

async function reviewedProjects(tx: Tx, actor: Actor) {
  return (await memberships(tx, actor)).flatMap(({ project, role }) => (may("discussion.read", role) ? project : []));
}

const standing = ({ userId }: Actor, projects: readonly { id: string }[]) => ({
  userId,
  withdrawnAt: null,
  comment: { deletedAt: null, document: { projectId: { in: projects.map(({ id }) => id) } } },
});
