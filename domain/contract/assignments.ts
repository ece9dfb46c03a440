import * as z from "zod";
import { ClaimSettings } from "@/domain/assignment/claim-settings";
import { Role } from "./account";
import { AssignmentState } from "./work";

const Day = z.iso.date();

/** A person as the table of assignments shows them: a member, or somebody who was one and coded here. */
export const Assignee = z.object({
  userId: z.uuid(),
  name: z.string(),
  /** Null: no member any more. */
  role: Role.nullable(),
  open: z.int(),
  finished: z.int(),
});
export type Assignee = z.infer<typeof Assignee>;

export const AssignedReading = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  userId: z.uuid(),
  state: AssignmentState,
  /** Taken from its holder unfinished: its statements stay, and it counts nowhere. */
  withdrawn: z.boolean(),
  dueOn: Day.nullable(),
});
export type AssignedReading = z.infer<typeof AssignedReading>;

/** GET /projects/{projectId}/assignments. */
export const AssignmentTable = z.object({
  documents: z.array(z.object({ id: z.uuid(), title: z.string(), language: z.string().nullable() })),
  people: z.array(Assignee),
  readings: z.array(AssignedReading),
  claims: ClaimSettings,
});
export type AssignmentTable = z.infer<typeof AssignmentTable>;

/** Body of POST /projects/{projectId}/assignments/changes: all of it happens, or nothing. */
export const AssignmentChanges = z.object({
  operationId: z.uuid(),
  /** Whom which document is given to; what somebody has already stays as it is. */
  give: z.array(z.object({ documentId: z.uuid(), userId: z.uuid() })).max(5000),
  /** Assignments that are not finished. */
  withdraw: z.array(z.uuid()).max(5000),
  /** By when what is given should be finished. */
  dueOn: Day.nullable().default(null),
});
export type AssignmentChanges = z.infer<typeof AssignmentChanges>;

export const AssignmentsChanged = z.object({ given: z.int(), withdrawn: z.int() });
export type AssignmentsChanged = z.infer<typeof AssignmentsChanged>;

/** Body of POST /projects/{projectId}/assignments/plan. */
export const PlanOptions = z.object({
  /** Who gets documents; `most`: unfinished ones they may have at a time. */
  annotators: z
    .array(z.object({ userId: z.uuid(), most: z.int().min(0).max(100_000).nullable() }))
    .min(1, "Choose at least one person.")
    .max(500),
  readings: z.int().min(1).max(20),
  sampleShare: z.number().min(0.01).max(1).nullable(),
  seed: z.string().min(1).max(60),
  order: z.enum(["listed", "shuffled"]),
  dueOn: Day.nullable(),
});
export type PlanOptions = z.infer<typeof PlanOptions>;

export const PlanPreview = z.object({
  /** Readings that would be given. */
  readings: z.int(),
  /** Documents that would get one. */
  documents: z.int(),
  people: z.array(z.object({ userId: z.uuid(), name: z.string(), given: z.int(), total: z.int() })),
  /** Documents that would still lack readings: nobody of those chosen can take them. */
  short: z.array(z.object({ documentId: z.uuid(), title: z.string(), missing: z.int() })),
  /** Of the plan: what is applied is what was shown. */
  fingerprint: z.string(),
});
export type PlanPreview = z.infer<typeof PlanPreview>;

/** Body of POST /projects/{projectId}/assignments/plan/applications. */
export const PlanApplication = z.object({ operationId: z.uuid(), fingerprint: z.string(), options: PlanOptions });
export type PlanApplication = z.infer<typeof PlanApplication>;

/** Body of PUT /projects/{projectId}/claim-settings. */
export const ClaimSettingsInput = z.object({ operationId: z.uuid(), claims: ClaimSettings });
export type ClaimSettingsInput = z.infer<typeof ClaimSettingsInput>;

/** Answer to POST /projects/{projectId}/claims: the document that was taken, or why there is none. */
export const Claimed = z.object({
  assignmentId: z.uuid().nullable(),
  reason: z.enum(["none_left", "enough", "closed"]).nullable(),
});
export type Claimed = z.infer<typeof Claimed>;

/** What My work says of taking documents. */
export interface ClaimOffer {
  /** There is one for them, and they may have another. */
  mayTake: boolean;
  /** Unfinished ones that they have in the project, and how many they may have at a time. */
  open: number;
  most: number;
  /** How long one that was taken and not begun is kept. */
  leaseHours: number;
}
