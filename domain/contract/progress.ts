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

export const DocumentProgress = z.object({
  id: z.uuid(),
  title: z.string(),
  readings: z.int(),
  notStarted: z.int(),
  inProgress: z.int(),
  finished: z.int(),
  /** Of the readings that are not finished, the first day by which one should be. */
  dueOn: z.iso.date().nullable(),
  /** Its review is finished. */
  settled: z.boolean(),
});
export type DocumentProgress = z.infer<typeof DocumentProgress>;

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
  /** At work in all, see PersonProgress. */
  minutes: z.int(),
  /** Empty for reviewers where the project hides whose reading it is. */
  people: z.array(PersonProgress),
  /** Readings finished on each of the last thirty days, by UTC. */
  days: z.array(z.object({ day: z.iso.date(), finished: z.int() })),
  /** Documents that wait for review, the first fifty. */
  waiting: z.array(z.object({ id: z.uuid(), title: z.string(), readings: z.int() })),
  /** How far each document is, the first two hundred; all of them are in the CSV. Null for annotators. */
  byDocument: z.array(DocumentProgress).nullable(),
  /** Documents with statements of finished readings that are marked unsure, the first fifty. */
  unsure: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      statements: z.int(),
      /** Of one's own reading, for annotators. */
      assignmentId: z.uuid().nullable(),
    }),
  ),
  /** What happened last. */
  activity: z.array(
    z.object({
      at: z.iso.datetime(),
      who: z.string(),
      action: z.string(),
      /** Title of the article that it happened to. */
      article: z.string().nullable(),
    }),
  ),
});
export type ProgressView = z.infer<typeof ProgressView>;
