import * as z from "zod";
import { Statement } from "@/domain/statement/statement";
import { TrainingSettings } from "@/domain/training/training-settings";
import { AssignmentState } from "./work";

/** GET /projects/{projectId}/training-settings, for managers. */
export const TrainingSetup = z.object({
  settings: TrainingSettings,
  /** Documents that can be trained on: those that have gold whose review is finished, and those that are trained on now. */
  documents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      language: z.string().nullable(),
      /** Statements of its gold. */
      statements: z.int(),
      /** Its review is finished. */
      settled: z.boolean(),
    }),
  ),
  measures: z.array(z.object({ key: z.string(), label: z.string() })),
});
export type TrainingSetup = z.infer<typeof TrainingSetup>;

/** Body of PUT /projects/{projectId}/training-settings. */
export const TrainingSettingsInput = z.object({ operationId: z.uuid(), training: TrainingSettings });
export type TrainingSettingsInput = z.infer<typeof TrainingSettingsInput>;

/** One try at a training document. What was failed can be tried again; what was reached before stays. */
export const TrainingAttempt = z.object({
  assignmentId: z.uuid(),
  /** What they reached; null: not finished yet. */
  value: z.number().nullable(),
  isPassed: z.boolean(),
  /** When it was first submitted. */
  finishedAt: z.iso.datetime().nullable(),
});
export type TrainingAttempt = z.infer<typeof TrainingAttempt>;

/** How far somebody is in the training of a project. */
export const TrainingState = z.object({
  /** They may not read yet. */
  isOpen: z.boolean(),
  passed: z.int(),
  needed: z.int(),
  /** What is measured, in words, and the least value of it. */
  measure: z.string(),
  threshold: z.number(),
  /** Why a manager let them read without it; null: nobody did. */
  waiver: z.string().nullable(),
  documents: z.array(
    z.object({
      documentId: z.uuid(),
      title: z.string(),
      language: z.string().nullable(),
      /** Of the latest attempt; null: not begun. */
      assignmentId: z.uuid().nullable(),
      state: AssignmentState,
      /** What they reached in it; null: not finished yet. */
      value: z.number().nullable(),
      /** In any attempt. */
      isPassed: z.boolean(),
      /** The first one first. */
      attempts: z.array(TrainingAttempt),
    }),
  ),
});
export type TrainingState = z.infer<typeof TrainingState>;

/** Body of POST /projects/{projectId}/training-passes. */
export const TrainingStart = z.object({
  operationId: z.uuid(),
  documentId: z.uuid(),
  /** From the beginning, where the latest attempt was failed. */
  again: z.boolean().default(false),
});
export type TrainingStart = z.infer<typeof TrainingStart>;

export const TrainingStarted = z.object({ assignmentId: z.uuid(), attempt: z.int() });
export type TrainingStarted = z.infer<typeof TrainingStarted>;

/** Body of PUT /projects/{projectId}/members/{memberId}/training; null takes it back. */
export const TrainingWaiverInput = z.object({
  operationId: z.uuid(),
  reason: z.string().trim().min(1, "Say why.").max(500).nullable(),
});
export type TrainingWaiverInput = z.infer<typeof TrainingWaiverInput>;

export const TrainingWaived = z.object({ id: z.uuid(), pseudonym: z.string(), reason: z.string().nullable() });
export type TrainingWaived = z.infer<typeof TrainingWaived>;

/** A statement of a training pass beside gold's of the same passage; one of them may be missing. */
export const TrainingFeedback = z.object({
  own: Statement.nullable(),
  gold: Statement.nullable(),
  /** Of both: each answer that one of them gives, by part of a statement. */
  answers: z.array(z.object({ part: z.string(), isSame: z.boolean() })),
  /** Of both: roles whose words lie elsewhere; told and not scored. */
  boundaries: z.array(z.string()),
});
export type TrainingFeedback = z.infer<typeof TrainingFeedback>;

/** Body of POST /assignments/{assignmentId}/training-checks. */
export const TrainingCheckInput = z.object({ operationId: z.uuid(), statementId: z.uuid() });
export type TrainingCheckInput = z.infer<typeof TrainingCheckInput>;

/** GET /assignments/{assignmentId}/training: of a training pass that was submitted. */
export const TrainingOutcome = z.object({
  /** In reading order, as the statements are now. */
  items: z.array(TrainingFeedback),
  /** Of the first submission, statements counted as they were when they were first checked. */
  value: z.number(),
  isPassed: z.boolean(),
  /** 1, 2, … of the document; `mayRepeat`: it is the latest, and can be tried again. */
  attempt: z.int(),
  mayRepeat: z.boolean(),
  measure: z.string(),
  threshold: z.number(),
  /** Documents passed so far, and how many have to be. */
  passed: z.int(),
  needed: z.int(),
});
export type TrainingOutcome = z.infer<typeof TrainingOutcome>;
