import { NotificationDetail, NotificationKind, type NotificationList } from "@/domain/contract/notifications";
import { memberships } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { announceTold } from "./told-feed";

/** So many are listed. */
const LATEST = 100;

/** What the caller is told of in the projects they are in, the latest first. */
export async function listNotifications(actor: Actor): Promise<NotificationList> {
  const db = database();
  const projects = (await memberships(db, actor)).map(({ project: { id, name } }) => ({ id, name }));
  const where = ofProjects(actor, projects);
  const rows = await db.notification.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], take: LATEST });
  const documents = await db.document.findMany({
    where: { id: { in: rows.flatMap(({ documentId }) => documentId ?? []) } },
    select: { id: true, title: true },
  });
  return {
    items: rows.flatMap(({ id, kind, at, readAt, projectId, documentId, detail }) => {
      const project = projects.find((one) => one.id === projectId);
      if (!project) return [];
      return {
        ...{ id, kind: NotificationKind.parse(kind), at: at.toISOString(), read: readAt !== null, project },
        document: documents.find((one) => one.id === documentId) ?? null,
        detail: NotificationDetail.parse(detail),
      };
    }),
    unread: await db.notification.count({ where: { ...where, readAt: null } }),
  };
}

/** How much of it they have not read. */
export async function countUnread(actor: Actor): Promise<number> {
  const projects = (await memberships(database(), actor)).map(({ project }) => project);
  return database().notification.count({ where: { ...ofProjects(actor, projects), readAt: null } });
}

const ofProjects = ({ userId }: Actor, projects: readonly { id: string }[]) => ({
  userId,
  projectId: { in: projects.map(({ id }) => id) },
});

/** Marks the caller's own among these as read; what is left. */
export async function readNotifications(actor: Actor, ids: readonly string[], now: Date): Promise<NotificationList> {
  await database().notification.updateMany({
    where: { id: { in: [...ids] }, userId: actor.userId, readAt: null },
    data: { readAt: now },
  });
  announceTold(actor.userId);
  return listNotifications(actor);
}
