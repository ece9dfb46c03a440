import type { Role } from "@/domain/contract/account";
import { type Action, judge } from "@/domain/policy";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict, forbidden, HttpError, notFound } from "@/server/http-error";
import { importedPseudonym } from "@/server/imported-person";
import { toAssignment } from "@/server/rows/work-rows";

declare const opened: unique symbol;
/** A row that went through the door: only this file makes one, so a query or command cannot forget to ask. */
export type Opened<T> = T & { readonly [opened]: true };

export interface OpenProject {
  project: rows.Project;
  role: Role;
}
export interface OpenDocument extends OpenProject {
  document: rows.Document;
}
export interface OpenAssignment extends OpenDocument {
  assignment: rows.Assignment;
}
export interface OpenStatement extends OpenAssignment {
  /** The statement's row as it stood when the door opened; writes compare revisions again. */
  statement: rows.Statement;
}
export interface OpenRuling extends OpenDocument {
  ruling: rows.Ruling;
}

export interface OpenOwnRuling extends OpenAssignment {
  ruling: rows.Ruling;
  /** The actor's statement among its members. */
  statementId: string;
}
export interface OpenComment extends OpenDocument {
  comment: rows.Comment;
  /** The first comment of its thread; itself where it is that. */
  head: rows.Comment;
}

export interface OpenExport extends OpenProject {
  export: rows.Export;
}

export async function openProject(
  tx: Tx,
  actor: Actor,
  projectId: string,
  action: Action,
): Promise<Opened<OpenProject>> {
  const project = await tx.project.findUnique({ where: { id: projectId } });
  if (!project) throw notFound();
  const role = await admit(tx, actor, action, { project, within: { document: { projectId } } });
  return brand({ project, role });
}

export async function openDocument(
  tx: Tx,
  actor: Actor,
  documentId: string,
  action: Action,
): Promise<Opened<OpenDocument>> {
  const row = await tx.document.findUnique({ where: { id: documentId }, include: { project: true } });
  if (!row) throw notFound();
  const { project, ...document } = row;
  const role = await admit(tx, actor, action, { project, within: { documentId } });
  return brand({ project, document, role });
}

export async function openAssignment(
  tx: Tx,
  actor: Actor,
  assignmentId: string,
  action: Action,
): Promise<Opened<OpenAssignment>> {
  const row = await tx.assignment.findUnique({
    where: { id: assignmentId },
    include: { document: { include: { project: true } } },
  });
  if (!row) throw notFound();
  const {
    document: { project, ...document },
    ...assignment
  } = row;
  const role = await admit(tx, actor, action, {
    project,
    holderId: assignment.userId,
    within: { documentId: document.id },
  });
  return brand({ project, document, assignment, role });
}

export async function openStatement(
  tx: Tx,
  actor: Actor,
  statementId: string,
  action: Action,
): Promise<Opened<OpenStatement>> {
  const statement = await tx.statement.findUnique({ where: { id: statementId } });
  if (!statement) throw notFound();
  const opening = await openAssignment(tx, actor, statement.assignmentId, action);
  return brand({ ...opening, statement });
}

export async function openRuling(tx: Tx, actor: Actor, rulingId: string, action: Action): Promise<Opened<OpenRuling>> {
  const ruling = await tx.ruling.findUnique({ where: { id: rulingId } });
  if (!ruling) throw notFound();
  const opening = await openDocument(tx, actor, ruling.documentId, action);
  return brand({ ...opening, ruling });
}

/** A ruling on a statement of the actor's own; to everybody else it does not exist. */
export async function openOwnRuling(
  tx: Tx,
  actor: Actor,
  rulingId: string,
  action: Action,
): Promise<Opened<OpenOwnRuling>> {
  const ruling = await tx.ruling.findUnique({ where: { id: rulingId } });
  const own = await tx.statement.findFirst({
    where: {
      id: { in: (ruling?.memberIds ?? []) as string[] },
      assignment: { userId: actor.userId, kind: "annotation" },
    },
  });
  if (!ruling || !own) throw notFound();
  const opening = await openAssignment(tx, actor, own.assignmentId, action);
  return brand({ ...opening, ruling, statementId: own.id });
}

export async function openComment(
  tx: Tx,
  actor: Actor,
  commentId: string,
  action: Action,
): Promise<Opened<OpenComment>> {
  const row = await tx.comment.findUnique({ where: { id: commentId }, include: { thread: true } });
  if (!row) throw notFound();
  const { thread, ...comment } = row;
  const opening = await openDocument(tx, actor, comment.documentId, action);
  return brand({ ...opening, comment, head: thread ?? comment });
}

/** Exports are one's own: to others they do not exist. */
export async function openExport(tx: Tx, actor: Actor, exportId: string, action: Action): Promise<Opened<OpenExport>> {
  const row = await tx.export.findUnique({ where: { id: exportId } });
  if (row?.userId !== actor.userId) throw notFound();
  const opening = await openProject(tx, actor, row.projectId, action);
  return brand({ ...opening, export: row });
}

export async function openImport(tx: Tx, actor: Actor, importId: string, action: Action): Promise<Opened<OpenProject>> {
  const row = await tx.import.findUnique({ where: { id: importId } });
  if (!row) throw notFound();
  return openProject(tx, actor, row.projectId, action);
}

export interface OpenInvitation {
  project: rows.Project;
  invitation: rows.Invitation;
}

export const invitationNotValid = () =>
  new HttpError(
    410,
    "invitation_not_valid",
    "This invitation was used, revoked or is too old. Ask whoever sent it for another.",
  );

/** An invitation opens the project to whoever holds its token; all that no longer work are refused alike. */
export async function openInvitation(tx: Tx, hash: string, now: Date): Promise<Opened<OpenInvitation>> {
  const row = await tx.invitation.findUnique({ where: { hash }, include: { project: true } });
  const isUsable = row && !row.acceptedAt && !row.revokedAt && row.expiresAt > now;
  if (!isUsable || row.project.deletedAt || row.project.archivedAt) {
    throw invitationNotValid();
  }
  const { project, ...invitation } = row;
  return brand({ project, invitation });
}

export interface OpenUser {
  user: rows.User;
}

/** Accounts of this server exist for its administrators only; who came with an import or is deleted has none. Errors: 404. */
export async function openUser(tx: Tx, actor: Actor, userId: string): Promise<Opened<OpenUser>> {
  refuseUnlessAdmin(actor);
  const user = importedPseudonym(userId) === null ? await tx.user.findUnique({ where: { id: userId } }) : null;
  if (!user || user.deletedAt) throw notFound();
  return brand({ user });
}

/** What only administrators of the server may see does not exist for others. */
export function refuseUnlessAdmin(actor: Actor): void {
  if (!actor.isAdmin) throw notFound();
}

/** Roles of an actor in the projects they belong to, without deleted ones; a server admin is a manager of all. */
export async function memberships(tx: Tx, actor: Actor): Promise<{ project: rows.Project; role: Role }[]> {
  const projects = await tx.project.findMany({
    where: { deletedAt: null, ...(!actor.isAdmin && { memberships: { some: { userId: actor.userId } } }) },
    include: { memberships: { where: { userId: actor.userId } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return projects.map(({ memberships: [own], ...project }) => ({
    project,
    role: actor.isAdmin ? "manager" : ((own?.role ?? "annotator") as Role),
  }));
}

interface Row {
  project: rows.Project;
  /** Holder of the assignment the row is or belongs to. */
  holderId?: string | null;
  /** Where a blind reading of the actor's own would be spoilt. */
  within: { documentId: string } | { document: { projectId: string } };
}

/** Of a reading that is still to be made without seeing others' work. */
export const BLIND = { submittedAt: null, unblindedAt: null, withdrawnAt: null };

async function admit(tx: Tx, actor: Actor, action: Action, { project, ...row }: Row): Promise<Role> {
  const membership = await tx.membership.findUnique({
    where: { projectId_userId: { projectId: project.id, userId: actor.userId } },
  });
  const role = actor.isAdmin ? "manager" : ((membership?.role ?? null) as Role | null);
  const ownReadings = await tx.assignment.findMany({
    where: { ...row.within, userId: actor.userId, kind: "annotation", ...BLIND },
  });
  const verdict = judge(action, {
    role,
    own: row.holderId === actor.userId,
    readingBlind: ownReadings.length > 0,
    archived: project.archivedAt !== null,
    deleted: project.deletedAt !== null,
  });
  if (verdict === "hidden" || role === null) throw notFound();
  if (verdict === "refused") throw forbidden("Your role in this project does not allow this; ask its manager.");
  if (project.requiresTwoFactor && role !== "annotator" && !actor.hasTwoFactor) {
    throw forbidden(
      "This project asks its reviewers and managers for a second factor: set it up under Account.",
      "two_factor_required",
    );
  }
  if (verdict === "archived") {
    throw conflict("project_archived", "This project is archived: open it again on Projects to work in it.");
  }
  if (verdict === "blind") {
    throw conflict(
      "own_reading_unfinished",
      "You have an unfinished reading here: submit it first, or give up its blindness to see the others' work.",
      ownReadings.map(toAssignment),
    );
  }
  return role;
}

const brand = <T extends object>(row: T) => row as Opened<T>;
