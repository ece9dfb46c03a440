import * as z from "zod";
import { Statement, StatementContent } from "@/domain/statement/statement";
import { Speaker, Target } from "./registry";
import { Relation } from "./relation";
import { Assignment } from "./work";

export const ChangeKind = z.enum(["created", "changed", "deleted", "restored"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One change of one statement, as the event of it tells. */
export const StatementChange = z.object({
  /** Place among the project's events. */
  sequence: z.int(),
  operationId: z.uuid(),
  at: z.iso.datetime(),
  kind: ChangeKind,
  statementId: z.uuid(),
  /** The statement's revision once it was done. */
  revision: z.int(),
  /** Null: it was not there, or deleted. */
  before: StatementContent.nullable(),
  after: StatementContent.nullable(),
  relation: Relation.nullable(),
});
export type StatementChange = z.infer<typeof StatementChange>;

/** Query of both histories: pages go from the latest change to the first. */
export const HistoryQuery = z.object({
  /** Only changes before this sequence: `older` of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** Answer of GET /assignments/{assignmentId}/history: the caller's changes of its statements, latest first. */
export const AssignmentHistory = z.object({
  changes: z.array(StatementChange),
  /** What to ask `before` for the next page; null: this was the last. */
  older: z.int().nullable(),
});
export type AssignmentHistory = z.infer<typeof AssignmentHistory>;

/** A version of a statement in its history. */
export const StatementVersion = StatementChange.extend({
  /** Pseudonym within the project of who made it. */
  actor: z.string(),
  /** It was the caller. */
  own: z.boolean(),
});
export type StatementVersion = z.infer<typeof StatementVersion>;

/** Answer of GET /statements/{statementId}/history, latest first. */
export const StatementHistory = z.object({ versions: z.array(StatementVersion), older: z.int().nullable() });
export type StatementHistory = z.infer<typeof StatementHistory>;

/** Query of GET /assignments/{assignmentId}/changes; the header Last-Event-ID says the same and wins. */
export const ChangesQuery = z.object({
  /** Sequence of the last event that is known already; without it only what happens from now on is told. */
  after: z.coerce.number().int().min(0).optional(),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** The data of one server-sent event: what happened to an assignment, or to the registry it draws on. */
export const ChangeNotice = z.discriminatedUnion("about", [
  z.object({
    about: z.literal("statement"),
    change: StatementChange,
    /** As it is after the change; null once deleted. */
    statement: Statement.nullable(),
    assignment: Assignment,
  }),
  z.object({ about: z.literal("assignment"), assignment: Assignment }),
  z.object({ about: z.literal("speaker"), speaker: Speaker }),
  z.object({ about: z.literal("target"), target: Target }),
]);
export type ChangeNotice = z.infer<typeof ChangeNotice>;
