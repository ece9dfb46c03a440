import * as z from "zod";
import { Relation } from "@/domain/contract/relation";
import { StatementContent } from "@/domain/statement/statement";

// What a draft is. The screen takes only the types from here and tells drafts by isDraft, which needs no library.

/** One edit of a statement that is not on the server yet: what it made of the statement. */
export const UnsentStep = z.object({
  operationId: z.uuid(),
  relation: Relation.nullable(),
  content: StatementContent,
  deleted: z.boolean(),
  /** Its place among the edits of all statements: they are sent in this order. */
  turn: z.int(),
});
export type UnsentStep = z.infer<typeof UnsentStep>;

const revision = z.int().min(1);
const operation = { operationId: z.uuid(), statementId: z.uuid(), relation: Relation.optional() };
const derivedFromId = z.uuid().optional();
const Pending = z.discriminatedUnion("kind", [
  z.object({ ...operation, kind: z.literal("create"), content: StatementContent, derivedFromId }),
  z.object({ ...operation, kind: z.literal("update"), revision, content: StatementContent }),
  z.object({ ...operation, kind: z.literal("delete"), revision }),
  z.object({ ...operation, kind: z.literal("restore"), revision }),
]);

/** What is not yet on the server of one statement: an entry of the queue as it is kept in the outbox. */
export const Draft = z.object({
  statementId: z.uuid(),
  content: StatementContent,
  derivedFromId,
  deleted: z.boolean(),
  /** What the edits were made on: a revision that is no longer the server's leads to a conflict, not over it. */
  acknowledged: z.object({ content: StatementContent, deleted: z.boolean(), revision }).nullable(),
  /** Perhaps sent already: goes again with the same operation id. */
  pending: Pending.nullable(),
  /** Drafts of before they were told apart have none. */
  steps: z.array(UnsentStep).optional(),
  turn: z.int().min(1),
});
export type Draft = z.infer<typeof Draft>;
