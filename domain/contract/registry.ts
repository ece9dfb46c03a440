import * as z from "zod";

/** An entity of the project's registry as screens and exports see it. */
export const Speaker = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  aliases: z.array(z.string()),
  roleTitle: z.string().nullable(),
  organisationId: z.uuid().nullable(),
  sector: z.string().nullable(),
  function: z.string().nullable(),
  country: z.string().nullable(),
  /** The outlet and the unknown speaker. */
  fixed: z.boolean(),
  mergedIntoId: z.uuid().nullable(),
  /** Added by somebody who does not manage the project, and not looked at yet; absent: no. */
  proposed: z.boolean().optional(),
  /** Offered to nobody any more; absent: no. */
  retired: z.boolean().optional(),
});
export type Speaker = z.infer<typeof Speaker>;

export const Target = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  proposed: z.boolean(),
  mergedIntoId: z.uuid().nullable(),
  /** Offered to nobody any more; absent: no. */
  retired: z.boolean().optional(),
  /** The broader target it stands under; absent: it stands at the top. */
  broaderId: z.uuid().optional(),
  /** Other wordings; absent: none. */
  aliases: z.array(z.string()).optional(),
});
export type Target = z.infer<typeof Target>;

export const Registry = z.object({ speakers: z.array(Speaker), targets: z.array(Target) });
export type Registry = z.infer<typeof Registry>;

/** Body of POST /projects/{projectId}/speakers. */
export const SpeakerInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  name: z.string().trim().min(1).max(300),
  kind: z.string().min(1).max(40),
  roleTitle: z.string().trim().max(300).nullable().default(null),
  sector: z.string().max(40).nullable().default(null),
  country: z.string().max(80).nullable().default(null),
  aliases: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
});
export type SpeakerInput = z.infer<typeof SpeakerInput>;

/** Body of POST /projects/{projectId}/targets. */
export const TargetInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  name: z.string().trim().min(1).max(300),
});
export type TargetInput = z.infer<typeof TargetInput>;
