import * as z from "zod";

export const PersonProgress = z.object({
  name: z.string(),
  notStarted: z.int(),
  inProgress: z.int(),
  finished: z.int(),
  /** Past the day they should be finished by. */
  overdue: z.int(),
  /** At work, pauses of more than five minutes left out. */
  minutes: z.int(),
  /** Readings finished a day, of the last two weeks. */
  perDay: z.number(),
});
export type PersonProgress = z.infer<typeof PersonProgress>;

/** GET /projects/{projectId}/progress. Annotators get their own figures only: one person, and their own readings. */
export const ProgressView = z.object({
  scope: z.enum(["project", "own"]),
  readings: z.object({ notStarted: z.int(), inProgress: z.int(), finished: z.int() }),
  /** Null for annotators. */
  documents: z
    .object({
      total: z.int(),
      /** Given to nobody. */
      unassigned: z.int(),
      /** All readings are finished, and the review is not. */
      waiting: z.int(),
      settled: z.int(),
    })
    .nullable(),
  pace: z.object({ perDay: z.number(), expectedOn: z.iso.date().nullable() }),
  /** Empty for reviewers where the project hides whose reading it is. */
  people: z.array(PersonProgress),
  /** Readings finished on each of the last thirty days, by UTC. */
  days: z.array(z.object({ day: z.iso.date(), finished: z.int() })),
  /** Documents that wait for review, the first fifty. */
  waiting: z.array(z.object({ id: z.uuid(), title: z.string(), readings: z.int() })),
  /** Documents with statements of finished readings that are marked unsure, the first fifty. */
  unsure: z.array(z.object({ id: z.uuid(), title: z.string(), statements: z.int() })),
  /** What happened last. */
  activity: z.array(z.object({ at: z.iso.datetime(), who: z.string(), action: z.string() })),
});
export type ProgressView = z.infer<typeof ProgressView>;
