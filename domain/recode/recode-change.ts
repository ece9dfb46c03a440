import * as z from "zod";

/** What is done to each of many gold statements. */
export const RecodeChange = z.discriminatedUnion("kind", [
  /** Somebody else says it; relayers in the chain stay. */
  z.object({ kind: z.literal("speaker"), speakerId: z.uuid() }),
  /** Another answer to a question; null: none. */
  z.object({
    kind: z.literal("answer"),
    field: z.string().min(1).max(40),
    answer: z.union([z.string().max(4000), z.array(z.string().max(40)).max(100), z.number(), z.boolean()]).nullable(),
  }),
  /** Another value of the stance toward a target. */
  z.object({ kind: z.literal("stance"), targetId: z.uuid(), value: z.string().min(1).max(40) }),
  /** The stance toward a target is toward another one. */
  z.object({ kind: z.literal("target"), from: z.uuid(), to: z.uuid() }),
]);
export type RecodeChange = z.infer<typeof RecodeChange>;
