import * as z from "zod";

/** How members of a project take documents themselves. */
export const ClaimSettings = z.object({
  isOpen: z.boolean(),
  readings: z.int().min(1).max(20),
  /** See Overlap. */
  sampleShare: z.number().min(0.01).max(1).nullable(),
  seed: z.string().min(1).max(60),
  /** Unfinished documents of one person at a time. */
  most: z.int().min(1).max(100),
  /** How long a document that was taken and not begun stays with who took it. */
  leaseHours: z.int().min(1).max(720),
});
export type ClaimSettings = z.infer<typeof ClaimSettings>;

export const DEFAULT_CLAIM_SETTINGS: ClaimSettings = {
  isOpen: false,
  readings: 2,
  sampleShare: null,
  seed: "1",
  most: 1,
  leaseHours: 24,
};
