import type { Relation } from "@/domain/contract/relation";
import { sameContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { UnsentStep } from "./draft";

/** One write. Its operation id never changes: sent twice, it happens once. */
export type Change = { operationId: string; statementId: string; relation?: Relation } & (
  | { kind: "create"; content: StatementContent; derivedFromId?: string }
  | { kind: "update"; revision: number; content: StatementContent }
  | { kind: "delete"; revision: number }
  | { kind: "restore"; revision: number }
);

/** A version another writer left behind; a tombstone when `deleted`. */
export type OtherVersion = { statement: StatementContent & { revision: number }; deleted: boolean };

export type Refusal = { code: string; detail: string; errors: readonly { path: string; message: string }[] };

/** A statement of the screen: what it shows, what the server has, and what is on its way there. Never changed in place. */
export type Entry = {
  id: string;
  /** What the screen shows. */
  content: StatementContent;
  /** The suggestion it was made from. */
  derivedFromId?: string;
  deleted: boolean;
  /** What the server has; null until it acknowledged the creation. */
  acknowledged: { content: StatementContent; deleted: boolean; revision: number } | null;
  /** Sent at least once, outcome unknown. Goes again as it is before anything newer. */
  pending: Change | null;
  /** What follows `pending`, oldest first; the last one made what the screen shows. Empty where edits are coalesced. */
  steps: readonly UnsentStep[];
  /** `pending` is on its way now. */
  sending: boolean;
  /** The server said no; nothing is sent until the statement is edited or the person asks again. */
  refusal: Refusal | null;
  conflict: OtherVersion | null;
  /** When it was last edited, among the edits of this queue: what is sent first. 0: never. */
  turn: number;
};

/** Whether the server has exactly what the screen shows. */
export function isSettled(entry: Entry): boolean {
  if (entry.pending || entry.steps.length > 0 || entry.refusal || entry.conflict) return false;
  if (!entry.acknowledged) return entry.deleted;
  if (entry.deleted !== entry.acknowledged.deleted) return false;
  return entry.deleted || sameContent(entry.content, entry.acknowledged.content);
}

/** Whether the screen shows it: a deleted one too while the server does not take the deletion. */
export function isShown(entry: Entry): boolean {
  return !entry.deleted || entry.conflict !== null || entry.refusal !== null;
}
