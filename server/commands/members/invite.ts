import { randomBytes } from "node:crypto";
import type { InvitationInput, InvitationMade } from "@/domain/contract/members";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { sha256 } from "@/server/auth/hashed-session-tokens";
import { database } from "@/server/database/client";
import { env } from "@/server/env";
import { conflict, HttpError, notFound } from "@/server/http-error";
import { sendInvitation } from "@/server/mail/send-invitation";
import { toInvitation } from "@/server/rows/member-rows";
import { performOnce } from "../perform-once";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes an invitation. Its token is in this answer and nowhere else: the database has its hash, and browsers send what is after
 * the # of an address to no server. With an address it is sent there too; whether that worked is answered, and the link is
 * told in any case. Errors: 404, also no_mail where no mail server is configured, 403 for others than managers, 409 id_taken
 * when it was sent again.
 */
export async function createInvitation(
  actor: Actor,
  projectId: string,
  input: InvitationInput,
): Promise<InvitationMade> {
  const { operationId, id, role, note, days, email } = input;
  const token = randomBytes(32).toString("base64url");
  const operation = { actor, operationId, action: "member.invited", subjectType: "member", subjectId: id } as const;
  const invitation = await performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    if (email !== null && !env().smtp) {
      throw new HttpError(404, "no_mail", "This server sends no mail: make the invitation without an address.");
    }
    const expiresAt = new Date(now.getTime() + days * DAY);
    const row = await tx.invitation.create({
      data: { id, projectId, role, note, hash: sha256(token), expiresAt, createdAt: now },
    });
    return { project, before: null, answer: toInvitation(row) };
  });
  const { hash, project } = await database().invitation.findUniqueOrThrow({
    where: { id },
    include: { project: true },
  });
  if (hash !== sha256(token)) {
    throw conflict(
      "id_taken",
      "This invitation was made already, and its link is shown only once: revoke it and make another.",
    );
  }
  const link = `${env().appUrl}/invitation#token=${token}`;
  if (email === null) return { invitation, link, mail: null };
  const mail = await sendInvitation({ email, link, by: actor.name, project: project.name, invitation });
  return { invitation, link, mail };
}

/** Ends an invitation that nobody has used. Errors: 404, 403 for others than managers. */
export async function revokeInvitation(
  actor: Actor,
  projectId: string,
  { operationId, invitationId }: { operationId: string; invitationId: string },
): Promise<void> {
  const operation = {
    actor,
    operationId,
    action: "member.uninvited",
    subjectType: "member",
    subjectId: invitationId,
  } as const;
  await performOnce(operation, async (tx, now) => {
    const { project } = await openProject(tx, actor, projectId, "project.manage");
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, projectId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw notFound();
    return { project, before: null, answer: { id: invitationId } };
  });
}
