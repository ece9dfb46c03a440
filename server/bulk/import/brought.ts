import * as z from "zod";

const Row = z.looseObject({ id: z.string(), createdAt: z.iso.datetime() });

/** What an import of annotated data added besides documents and assignments, and what it took the place of. */
export const Brought = z.object({
  users: z.array(z.string()),
  codebooks: z.array(z.string()),
  speakers: z.array(z.string()),
  targets: z.array(z.string()),
  /** Rows of a project without articles that gave way, as they were. */
  replaced: z.object({
    codebooks: z.array(
      Row.extend({ projectId: z.string(), version: z.int(), message: z.string(), content: z.unknown() }),
    ),
    speakers: z.array(
      Row.extend({
        projectId: z.string(),
        name: z.string(),
        kind: z.string(),
        aliases: z.array(z.object({ id: z.string(), speakerId: z.string(), name: z.string() })),
      }),
    ),
  }),
});
export type Brought = z.infer<typeof Brought>;
