import * as z from "zod";

/**
 * What a write has to do with an earlier one of the same person, so that undo and redo outlive the page: `reverts` takes
 * the operation back, `repeats` does it again after that, `continues` is more letters of a text that was being typed.
 * `operationId` always names the first write of the step, never a revert or repeat of it.
 */
export const Relation = z.object({ kind: z.enum(["reverts", "repeats", "continues"]), operationId: z.uuid() });
export type Relation = z.infer<typeof Relation>;
