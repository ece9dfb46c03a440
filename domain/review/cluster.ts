import * as z from "zod";

/** Why the members of a cluster differ. */
export const Disagreement = z.object({
  kind: z.enum(["missing", "boundary", "speaker", "stance", "field"]),
  /** What differs: a role key (boundary), a field key (field), a target id (stance), else the kind itself. */
  subject: z.string(),
  /** Each reading's answer by assignment id, in a canonical form fit for comparing; null: none given. For `missing`: "found" or null. */
  answers: z.record(z.uuid(), z.string().nullable()),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** The statements of several annotators that are about the same passage, at most one from each. */
export const Cluster = z.object({
  /** The members' statement ids, sorted and joined by "+": the same members give the same id. */
  id: z.string(),
  /** By reading, in the order of the readings. */
  members: z.array(z.object({ assignmentId: z.uuid(), statementId: z.uuid() })),
  /** First and last content offset over all members, code points. */
  start: z.int(),
  end: z.int(),
  disagreements: z.array(Disagreement),
});
export type Cluster = z.infer<typeof Cluster>;
