import * as z from "zod";
import { Problem, StatementContent } from "@/domain/statement/statement";

/** Whether a project offers suggestions to its annotators: never, when one asks, or to everybody at once. */
export const SuggestionMode = z.enum(["off", "on_request", "shown"]);
export type SuggestionMode = z.infer<typeof SuggestionMode>;

/** The program that made a suggestion. */
export const Agent = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[^@\p{Cc}]{1,80}$/u, "1 to 80 characters, none of them @"),
  version: z
    .string()
    .trim()
    .regex(/^[^@\p{Cc}]{1,80}$/u, "1 to 80 characters, none of them @"),
});
export type Agent = z.infer<typeof Agent>;

/** What an agent may say of a statement: all but an annotator's doubts and links to their other statements. */
export const SuggestedContent = StatementContent.pick({ spans: true }).extend({
  speakerId: StatementContent.shape.speakerId.default(null),
  chain: StatementContent.shape.chain.default([]),
  stances: StatementContent.shape.stances.default([]),
  fields: StatementContent.shape.fields.default({}),
  note: StatementContent.shape.note.default(""),
});
export type SuggestedContent = z.infer<typeof SuggestedContent>;

const Score = z.number().min(0).max(1).nullable();
const Reason = z.string().trim().max(300).nullable();

/** Body of POST /documents/{documentId}/suggestions: all of them are stored, or none. */
export const SuggestionsInput = z.object({
  operationId: z.uuid(),
  agent: Agent,
  statements: z
    .array(
      z.object({ id: z.uuid(), content: SuggestedContent, score: Score.default(null), reason: Reason.default(null) }),
    )
    .min(1)
    .max(1000),
});
export type SuggestionsInput = z.infer<typeof SuggestionsInput>;

/** `problems` are of severity incomplete only: with an invalid one nothing is stored. */
export const SuggestionsWritten = z.object({
  assignmentId: z.uuid(),
  agent: Agent,
  statements: z.array(z.object({ id: z.uuid(), problems: z.array(Problem) })),
});
export type SuggestionsWritten = z.infer<typeof SuggestionsWritten>;

/** A statement that an agent proposes. */
export const Suggestion = z.object({
  id: z.uuid(),
  agent: Agent,
  content: StatementContent,
  /** 0 to 1: an order of trust, not a probability. */
  score: Score,
  /** Of the built-in finder a name that the interface has words for; of others as they wrote it. */
  reason: Reason,
  /** The holder of the assignment asked about does not want it. */
  dismissed: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** GET /documents/{documentId}/suggestions, in reading order. */
export const SuggestionList = z.object({
  items: z.array(Suggestion),
  /** What the built-in finder cannot do with this document; null when it has rules for its language. */
  notice: z.string().nullable(),
});
export type SuggestionList = z.infer<typeof SuggestionList>;

/** With an assignment: as its holder is shown them. */
export const SuggestionsQuery = z.object({ assignment: z.uuid().optional() });

/** Body of a write that has nothing to say but what it does. */
export const OperationOnly = z.object({ operationId: z.uuid() });

export const DismissalSaved = z.object({ suggestionId: z.uuid(), dismissed: z.boolean() });
export type DismissalSaved = z.infer<typeof DismissalSaved>;

/** Body of PUT /projects/{projectId}/settings. */
export const ProjectSettingsInput = z.object({ operationId: z.uuid(), suggestions: SuggestionMode });
export type ProjectSettingsInput = z.infer<typeof ProjectSettingsInput>;

export const ProjectSettings = z.object({ suggestions: SuggestionMode });
export type ProjectSettings = z.infer<typeof ProjectSettings>;
