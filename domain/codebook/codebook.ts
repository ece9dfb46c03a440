import * as z from "zod";

/** Names of the palette; the interface maps each to tokens that pass contrast in light and dark. */
export const COLOURS = ["slate", "red", "orange", "amber", "green", "teal", "sky", "blue", "violet", "pink"] as const;
export const Colour = z.enum(COLOURS);
export type Colour = z.infer<typeof Colour>;

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "lower case letters, digits and _ only, starting with a letter");
/** One key of the keyboard as `KeyboardEvent.key` gives it, without modifiers. */
const Shortcut = z.string().min(1).max(1);

/** A passage that was ruled on, as an example of a value or of what it is not. */
export const CodebookCase = z.object({
  kind: z.enum(["example", "counter_example"]),
  quote: z.string().min(1).max(2000),
  /** Why, in a few words. */
  note: z.string().max(1000).optional(),
  /** Where it was decided. */
  rulingId: z.uuid(),
});
export type CodebookCase = z.infer<typeof CodebookCase>;

/** One value an annotator can choose. Array order is display order. */
export const FieldValue = z.object({
  key: Key,
  label: z.string().min(1),
  definition: z.string(),
  example: z.string().optional(),
  counterExample: z.string().optional(),
  /** Passages of the project, in the order they were added. */
  cases: z.array(CodebookCase).optional(),
  colour: Colour.optional(),
  shortcut: Shortcut.optional(),
  /** Score on an ordinal or interval scale; null or absent: outside the scale. */
  score: z.number().nullable().optional(),
  /** No longer offered; statements that hold it keep it. */
  retired: z.boolean().optional(),
  /** Of a retired value: the one of the same list that stands for it now. */
  mergedInto: Key.optional(),
});
export type FieldValue = z.infer<typeof FieldValue>;

export const FieldCondition = z.object({
  /**
   * "depth" is the length of the chain minus one; a proposal may also ask for a fact of `findFacts`; anything else is the
   * key of a field.
   */
  subject: z.string(),
  is: z.enum(["at_least", "at_most", "one_of", "set"]),
  value: z.union([z.number(), z.array(z.string())]).optional(),
});
export type FieldCondition = z.infer<typeof FieldCondition>;

/**
 * An answer to put before a person, who takes it or not: it is never stored by itself. `value` is the key of one of the
 * field's values, put forward when all conditions hold; `like` takes over what the same speaker's statement before this one
 * has.
 */
export const Proposal = z.union([
  z.object({ value: Key, when: z.array(FieldCondition).optional() }),
  z.object({ like: z.literal("same_speaker") }),
]);
export type Proposal = z.infer<typeof Proposal>;

/** A question asked of every statement. */
export const Field = z.object({
  key: Key,
  label: z.string().min(1),
  definition: z.string(),
  /** `single` and `multiple` choose from `values`; `flag` is yes or no. */
  type: z.enum(["single", "multiple", "flag", "text", "number"]),
  measure: z.enum(["nominal", "ordinal", "interval"]),
  required: z.boolean(),
  /** A field that is off is neither shown nor asked for; values already coded stay. */
  enabled: z.boolean(),
  shortcut: Shortcut.optional(),
  shownWhen: FieldCondition.optional(),
  values: z.array(FieldValue),
  /** The first that holds is put forward while a `single` field has no answer. */
  proposals: z.array(Proposal).optional(),
});
export type Field = z.infer<typeof Field>;

export const SpanRole = z.object({
  key: Key,
  label: z.string().min(1),
  definition: z.string(),
  /** How many fragments a statement has in this role; max null is "any number". */
  min: z.int().min(0),
  max: z.int().min(1).nullable(),
  enabled: z.boolean(),
  colour: Colour.optional(),
  shortcut: Shortcut.optional(),
});
export type SpanRole = z.infer<typeof SpanRole>;

export const Codebook = z.object({
  name: z.string().min(1),
  /** What one statement is, shown beside the article. Markdown. */
  guidelines: z.string(),
  roles: z.array(SpanRole).min(1),
  fields: z.array(Field),
  stance: z.object({
    label: z.string(),
    definition: z.string(),
    measure: z.enum(["nominal", "ordinal"]),
    /** Values in display order; `score` null is off the scale. */
    values: z.array(FieldValue).min(1),
    bases: z.array(FieldValue).min(1),
    targets: z.enum(["fixed", "proposable"]),
  }),
  speaker: z.object({
    kinds: z.array(FieldValue).min(1),
    sectors: z.array(FieldValue),
    functions: z.array(FieldValue),
  }),
  nesting: z.enum(["off", "one", "free"]),
  outletVoice: z.enum(["none", "checkable", "all"]),
  snapping: z.enum(["character", "word", "sentence"]),
});
export type Codebook = z.infer<typeof Codebook>;

/** A codebook as stored: immutable, numbered within its project. */
export const CodebookVersion = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  message: z.string(),
  content: Codebook,
});
export type CodebookVersion = z.infer<typeof CodebookVersion>;
