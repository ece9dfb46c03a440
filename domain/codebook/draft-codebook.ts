import * as z from "zod";
import { type Codebook, Colour, FieldCondition } from "./codebook";

// What is being written may be empty, double or wrong for a while: `checkCodebook` says so, and publishing asks for all of it.
// Only sizes and types are held here, so that nothing that was typed is refused.

const Words = z.string().max(4000);
const Name = z.string().max(200);
const Key = z.string().max(40);

const DraftValue = z.object({
  key: Key,
  label: Name,
  definition: Words,
  example: Words.optional(),
  counterExample: Words.optional(),
  colour: Colour.optional(),
  shortcut: z.string().max(8).optional(),
  score: z.number().nullable().optional(),
  retired: z.boolean().optional(),
  mergedInto: Key.optional(),
});

const DraftProposal = z.union([
  z.object({ value: Key, when: z.array(FieldCondition).max(20).optional() }),
  z.object({ like: z.literal("same_speaker") }),
]);

const DraftField = z.object({
  key: Key,
  label: Name,
  definition: Words,
  type: z.enum(["single", "multiple", "flag", "text", "number"]),
  measure: z.enum(["nominal", "ordinal", "interval"]),
  required: z.boolean(),
  enabled: z.boolean(),
  shortcut: z.string().max(8).optional(),
  shownWhen: FieldCondition.optional(),
  values: z.array(DraftValue).max(200),
  proposals: z.array(DraftProposal).max(50).optional(),
});

const DraftRole = z.object({
  key: Key,
  label: Name,
  definition: Words,
  min: z.int().min(0).max(200),
  max: z.int().min(1).max(200).nullable(),
  enabled: z.boolean(),
  colour: Colour.optional(),
  shortcut: z.string().max(8).optional(),
});

/** A codebook being written: of the shape of a codebook, without examples from rulings, which are the program's to carry. */
export const DraftCodebook = z.object({
  name: Name,
  guidelines: z.string().max(100_000),
  roles: z.array(DraftRole).max(40),
  fields: z.array(DraftField).max(100),
  stance: z.object({
    label: Name,
    definition: Words,
    measure: z.enum(["nominal", "ordinal"]),
    values: z.array(DraftValue).max(60),
    bases: z.array(DraftValue).max(20),
    targets: z.enum(["fixed", "proposable"]),
  }),
  speaker: z.object({
    kinds: z.array(DraftValue).max(60),
    sectors: z.array(DraftValue).max(200),
    functions: z.array(DraftValue).max(60),
  }),
  nesting: z.enum(["off", "one", "free"]),
  outletVoice: z.enum(["none", "checkable", "all"]),
  snapping: z.enum(["character", "word", "sentence"]),
}) satisfies z.ZodType<Codebook>;
export type DraftCodebook = z.infer<typeof DraftCodebook>;
