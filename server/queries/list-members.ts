import type { Role } from "@/domain/contract/account";
import type { MemberList } from "@/domain/contract/members";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { pseudonym } from "@/server/pseudonym";
import { toInvitation } from "@/server/rows/member-rows";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { readPasses } from "./training/read-passes";
import { countPassed, toAttempts } from "./training/training-attempts";

/** A project's members by name, with how much they have to do, and the invitations that still work. Errors: 404, 403 for others than managers. */
export async function listMembers(actor: Actor, projectId: string, now: Date): Promise<MemberList> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "project.inspect");
  const members = await db.membership.findMany({
    where: { projectId },
    include: { user: true },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  const counts = await db.assignment.groupBy({
    by: ["userId", "state"],
    where: { kind: "annotation", withdrawnAt: null, document: { projectId } },
    _count: true,
  });
  const countOf = (userId: string, isFinished: boolean) =>
    counts
      .filter((one) => one.userId === userId && (one.state === "submitted") === isFinished)
      .reduce((sum, one) => sum + one._count, 0);
  const settings = trainingSettingsOf(project);
  const passes = await readPasses(db, projectId);
  const documents = await db.document.findMany({
    where: { id: { in: passes.map(({ documentId }) => documentId) } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
  const trainingOf = (userId: string, waiver: string | null) => {
    const own = passes.filter((pass) => pass.userId === userId);
    const triedOf = (documentId: string) => own.filter((pass) => pass.documentId === documentId);
    return {
      ...{ passed: countPassed(own, settings), needed: settings.passes, waiver },
      documents: documents.flatMap(({ id, title }) => {
        const attempts = toAttempts(triedOf(id), settings);
        return attempts.length > 0 ? { documentId: id, title, attempts } : [];
      }),
    };
  };
  const invitations = await db.invitation.findMany({
    where: { projectId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return {
    items: members.map(({ id, role, createdAt, userId, trainingWaiver, user: { name, email } }) => ({
      ...{ id, name, email, role: role as Role, own: userId === actor.userId },
      pseudonym: pseudonym(project, userId),
      since: createdAt.toISOString(),
      open: countOf(userId, false),
      finished: countOf(userId, true),
      training: settings.isOn && role === "annotator" ? trainingOf(userId, trainingWaiver) : null,
    })),
    invitations: invitations.map(toInvitation),
  };
}
