import * as z from "zod";
import { Role } from "./account";

export const ProjectName = z
  .string()
  .trim()
  .min(1, "Give the project a name.")
  .max(200, "Shorten it to 200 characters.");

/** Open for work; archived: read only; deleted: gone from every screen, and restorable for a while. */
export const ProjectState = z.enum(["open", "archived", "deleted"]);
export type ProjectState = z.infer<typeof ProjectState>;

export const ProjectSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The caller's; a server admin is a manager of every project. */
  role: Role,
  /** Of the caller's membership; null for a server admin who is no member. */
  membershipId: z.uuid().nullable(),
  state: ProjectState,
  /** Of a deleted one: until when it can be restored. */
  restorableUntil: z.iso.datetime().nullable(),
  documents: z.int(),
  members: z.int(),
  createdAt: z.iso.datetime(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

/** GET /projects. Deleted ones are listed to who can restore them, while they can. */
export const ProjectList = z.object({
  items: z.array(ProjectSummary),
  /** Whether the caller may create projects. */
  mayCreate: z.boolean(),
});
export type ProjectList = z.infer<typeof ProjectList>;

/** Body of POST /projects. */
export const ProjectInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  name: ProjectName,
  /** Key of the template that its codebook starts as (domain/codebook/templates). */
  template: z.string().min(1).max(60),
});
export type ProjectInput = z.infer<typeof ProjectInput>;

/** Body of POST /projects/{projectId}/copies: codebook, settings and registry always come along, work never does. */
export const ProjectCopyInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  name: ProjectName,
  withArticles: z.boolean().default(false),
  withMembers: z.boolean().default(false),
});
export type ProjectCopyInput = z.infer<typeof ProjectCopyInput>;

/** Body of PUT /projects/{projectId}. */
export const ProjectRename = z.object({ operationId: z.uuid(), name: ProjectName });
export type ProjectRename = z.infer<typeof ProjectRename>;

/** Body of PUT /projects/{projectId}/state. */
export const ProjectStateInput = z.object({ operationId: z.uuid(), state: ProjectState });
export type ProjectStateInput = z.infer<typeof ProjectStateInput>;

export const ProjectNamed = z.object({ id: z.uuid(), name: z.string() });
export type ProjectNamed = z.infer<typeof ProjectNamed>;

export const ProjectKept = z.object({
  id: z.uuid(),
  state: ProjectState,
  restorableUntil: z.iso.datetime().nullable(),
});
export type ProjectKept = z.infer<typeof ProjectKept>;
