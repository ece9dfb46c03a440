import * as z from "zod";
import { CodebookVersion } from "@/domain/codebook/codebook";
import { DraftCodebook } from "@/domain/codebook/draft-codebook";

/** A version of a project's codebook without its content. */
export const CodebookSummary = z.object({
  id: z.uuid(),
  version: z.int(),
  message: z.string(),
  publishedAt: z.iso.datetime(),
  /** Statements made under it, of readings and gold; null for who may not know. */
  statements: z.int().nullable(),
  /** What publishing it meant for statements that were there; null for who does not write the codebook. */
  effects: z
    .object({
      /** Whose answers were mapped, and are not given back. */
      mapped: z.int(),
      /** Asked about, and still to be looked at. */
      asked: z.int(),
      open: z.int(),
    })
    .nullable(),
});
export type CodebookSummary = z.infer<typeof CodebookSummary>;

/** Answer of GET /projects/{projectId}/codebooks, newest first. */
export const CodebookList = z.object({ items: z.array(CodebookSummary) });
export type CodebookList = z.infer<typeof CodebookList>;

/** The codebook being written. Revision 0: it is as published. */
export const CodebookDraftSaved = z.object({
  revision: z.int().min(0),
  /** The version it was begun from, or was last held against. */
  baseVersion: z.int().min(1),
  content: DraftCodebook,
  updatedAt: z.iso.datetime().nullable(),
});
export type CodebookDraftSaved = z.infer<typeof CodebookDraftSaved>;

/** Body of PUT /projects/{projectId}/codebook-draft: replaces what has the revision it names. */
export const CodebookDraftInput = CodebookDraftSaved.pick({ revision: true, baseVersion: true, content: true });
export type CodebookDraftInput = z.infer<typeof CodebookDraftInput>;

/** Query of DELETE /projects/{projectId}/codebook-draft. */
export const DraftRevision = z.object({ revision: z.coerce.number().int().min(1) });

export const CodebookChange = z.object({ part: z.string(), words: z.string() });

/** Query of GET /projects/{projectId}/codebook-diff: numbers of two versions. */
export const DiffQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });
/** Its answer: in what `to` differs from `from`. */
export const CodebookDiff = z.object({ changes: z.array(CodebookChange) });
export type CodebookDiff = z.infer<typeof CodebookDiff>;

/** A change of the draft that concerns statements which are there. */
export const EffectInUse = z.object({
  /** Stable within the draft: what a decision names. */
  id: z.string(),
  words: z.string(),
  /** Live statements of readings and gold that it concerns. */
  statements: z.int(),
  /** Not while anything uses it, deleted statements and suggestions too: to be retired or turned off instead. */
  refused: z.boolean(),
  /** Values it can be mapped to, `to` the one the codebook names; null: there is nothing to choose. */
  values: z.array(z.object({ key: z.string(), label: z.string() })).nullable(),
  to: z.string().nullable(),
  /** Whether the program can give an answer itself. */
  mappable: z.boolean(),
});
export type EffectInUse = z.infer<typeof EffectInUse>;

/** Answer of GET /projects/{projectId}/codebook-draft/effects. */
export const DraftEffects = z.object({
  revision: z.int(),
  changes: z.array(CodebookChange),
  /** Those that concern something. */
  effects: z.array(EffectInUse),
});
export type DraftEffects = z.infer<typeof DraftEffects>;

export const DecisionInput = z.discriminatedUnion("action", [
  z.object({ action: z.literal("map"), to: z.string().max(40).optional() }),
  z.object({ action: z.literal("keep") }),
  z.object({ action: z.literal("ask") }),
]);

/** Body of POST /projects/{projectId}/codebooks: publishes the draft. */
export const PublishInput = z.object({
  operationId: z.uuid(),
  /** Of the version. */
  id: z.uuid(),
  /** Of the draft. */
  revision: z.int().min(1),
  message: z.string().trim().min(1).max(1000),
  /** What becomes of the statements each effect concerns, by its id. */
  decisions: z.record(z.string().max(120), DecisionInput).default({}),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const CodebookPublished = CodebookVersion.extend({
  /** Statements whose answers were mapped, and those somebody looks at again. */
  mapped: z.int(),
  asked: z.int(),
});
export type CodebookPublished = z.infer<typeof CodebookPublished>;

/** Answer of POST /projects/{projectId}/codebooks/{version}/mapping/undo. */
export const MappingUndone = z.object({
  restored: z.int(),
  /** Left as they are, because they were changed since. */
  changedSince: z.int(),
});
export type MappingUndone = z.infer<typeof MappingUndone>;

/** Answer of GET /projects/{projectId}/codebook-use: how many live statements of readings and gold chose what. */
export const CodebookUse = z.object({
  statements: z.int(),
  /** Articles left out because the caller is still to read them blind. */
  closed: z.int(),
  /** By list (`fields.sourcing`, `stance.values`, `stance.bases`) and key. */
  values: z.record(z.string(), z.record(z.string(), z.int())),
  /** Answers, by field. */
  fields: z.record(z.string(), z.int()),
  /** Statements with fragments, by role. */
  roles: z.record(z.string(), z.int()),
  /** Share of pairs of annotators in which one gave the value and the other did not, by list and key. */
  confusion: z.record(z.string(), z.record(z.string(), z.object({ rate: z.number(), pairs: z.int() }))),
});
export type CodebookUse = z.infer<typeof CodebookUse>;

/** Query of GET /projects/{projectId}/codebook-use/statements. */
export const UseQuery = z.object({
  list: z.string().max(60),
  value: z.string().max(40),
  offset: z.coerce.number().int().min(0).default(0),
});
export type UseQuery = z.infer<typeof UseQuery>;

export const UsedStatement = z.object({
  statementId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  language: z.string().nullable(),
  quote: z.string(),
  kind: z.enum(["annotation", "adjudication"]),
  codebookVersion: z.int(),
});
export type UsedStatement = z.infer<typeof UsedStatement>;
export const UsedStatements = z.object({
  total: z.int(),
  items: z.array(UsedStatement),
  /** What to ask `offset` for more; null: these were the last. */
  next: z.int().nullable(),
});
export type UsedStatements = z.infer<typeof UsedStatements>;

/** A statement to look at again since the codebook changed. */
export const Recheck = z.object({
  id: z.uuid(),
  statementId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  language: z.string().nullable(),
  quote: z.string(),
  /** Null: a gold statement, for reviewers. */
  assignmentId: z.uuid().nullable(),
  /** The reading is submitted: it has to be reopened to change the statement. */
  submitted: z.boolean(),
  /** The version that asks. */
  version: z.int(),
  causes: z.array(z.string()),
  start: z.int(),
});
export type Recheck = z.infer<typeof Recheck>;

/** Answer of GET /rechecks: the caller's own statements, and gold where they review; open ones, by document and place. */
export const RecheckList = z.object({ items: z.array(Recheck) });
export type RecheckList = z.infer<typeof RecheckList>;

/** Body of POST /rechecks/{recheckId}/settle: it stays as it is. */
export const OperationInput = z.object({ operationId: z.uuid() });

/** Its answer. */
export const RecheckSettled = z.object({ id: z.uuid(), settledAt: z.iso.datetime() });
export type RecheckSettled = z.infer<typeof RecheckSettled>;
