import { contentOf, sameContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { Entries } from "./entries";
import { type Change, type Entry, isSettled, type OtherVersion, type Refusal } from "./entry";
import { nextChange } from "./next-change";
import { type StepNote, withStep } from "./unsent-steps";

/*
 * What is on the screen, what the server has acknowledged, and what has to be sent to make them equal. Pure: each
 * function takes a queue and returns the next one. One change at a time is on its way, in the order of the edits. Edits
 * that carry a note are sent one by one, so that each can be taken back after a reload; those without one are coalesced,
 * and the latest content wins.
 */

/** How a change ended. `unreachable`: nobody knows whether it happened, so the same change is sent again. */
export type Outcome =
  | { kind: "saved"; statement: Statement }
  | { kind: "deleted"; revision: number }
  | { kind: "unreachable"; signedOut: boolean }
  | { kind: "stale"; current: OtherVersion }
  | { kind: "refused"; refusal: Refusal };

export type Queue = {
  entries: Entries;
  /** The latest turn given. */
  turn: number;
  /** Whether the last attempt got an answer. */
  reach: "reachable" | "unreachable" | "signed_out";
};

/** A statement as the server has it; `deleted`: with a tombstone. */
export type Held = Statement & { deleted?: boolean };

export function createQueue(statements: readonly Held[]): Queue {
  return {
    entries: Entries.of(statements.map(acknowledgedEntry)),
    turn: 0,
    reach: "reachable",
  };
}

function acknowledgedEntry(statement: Held): Entry {
  const { id, revision, derivedFromId, deleted = false } = statement;
  const content = contentOf(statement);
  const acknowledged = { content, deleted, revision };
  const entry: Entry = {
    id,
    content,
    deleted,
    acknowledged,
    pending: null,
    steps: NO_STEPS,
    sending: false,
    refusal: null,
    conflict: null,
    turn: 0,
  };
  if (derivedFromId !== null) entry.derivedFromId = derivedFromId;
  return entry;
}

const NO_STEPS: Entry["steps"] = [];

// ---- Edits ----

/** Throws when the id is taken: ids are made for each new statement. */
export function addStatement(
  queue: Queue,
  id: string,
  content: StatementContent,
  note?: StepNote,
  derivedFromId?: string,
): Queue {
  if (queue.entries.has(id)) throw new Error(`statement ${id} exists already`);
  const idle = { pending: null, steps: [], sending: false, refusal: null, conflict: null, turn: 0 };
  const origin = derivedFromId === undefined ? {} : { derivedFromId };
  return putEdited(queue, { id, content, ...origin, deleted: false, acknowledged: null, ...idle }, note);
}

export function editStatement(queue: Queue, id: string, content: StatementContent, note?: StepNote): Queue {
  const entry = get(queue, id);
  if (sameContent(entry.content, content)) return queue;
  return putEdited(queue, { ...entry, content }, note);
}

export function deleteStatement(queue: Queue, id: string, note?: StepNote): Queue {
  return putEdited(queue, { ...get(queue, id), deleted: true }, note);
}

export function restoreStatement(queue: Queue, id: string, note?: StepNote): Queue {
  return putEdited(queue, { ...get(queue, id), deleted: false }, note);
}

/** Lets a refused change be sent again. */
export function retryRefused(queue: Queue, id: string): Queue {
  return put(queue, { ...get(queue, id), refusal: null });
}

/** Settles a conflict: `mine`, or a content made of both, is sent over the other version, `theirs` takes its place here. */
export function settleConflict(queue: Queue, id: string, choice: "mine" | "theirs" | StatementContent): Queue {
  const entry = get(queue, id);
  if (!entry.conflict) return queue;
  const { statement, deleted } = entry.conflict;
  const content = contentOf(statement);
  const acknowledged = { content, deleted, revision: statement.revision };
  const kept = {
    mine: { content: entry.content, deleted: entry.deleted },
    theirs: { content, deleted },
  };
  const settled = typeof choice === "string" ? kept[choice] : { content: choice, deleted: false };
  return put(queue, { ...entry, ...settled, acknowledged, conflict: null });
}

// ---- Sending ----

/**
 * The change to send now, and the queue that knows it is on its way; null while another one is, and when there is
 * nothing to send. What was sent before without an answer goes first, then what was edited first.
 */
export function takeChange(queue: Queue, newId: () => string): { queue: Queue; change: Change | null } {
  const unsettled = queue.entries.unsettled();
  if (unsettled.some((entry) => entry.sending)) return { queue, change: null };
  const waiting = unsettled.filter((entry) => entry.turn > 0 && !entry.refusal && !entry.conflict);
  waiting.sort((a, b) => Number(b.pending !== null) - Number(a.pending !== null) || turnOf(a) - turnOf(b));
  let next = queue;
  for (const entry of waiting) {
    const { change, steps } = entry.pending
      ? { change: entry.pending, steps: entry.steps }
      : nextChange(queue, entry, newId);
    if (change) return { queue: put(next, { ...entry, steps, pending: change, sending: true }), change };
    // Steps that change nothing are done.
    if (steps.length < entry.steps.length) next = put(next, { ...entry, steps });
  }
  return { queue: next, change: null };
}

const turnOf = ({ steps: [first], turn }: Entry) => first?.turn ?? turn;

/** Records how a change ended. An outcome for a change that is no longer pending changes nothing. */
export function settleChange(queue: Queue, change: Change, outcome: Outcome): Queue {
  const entry = queue.entries.get(change.statementId);
  if (!entry || entry.pending?.operationId !== change.operationId) return queue;
  const reached: Queue = { ...queue, reach: "reachable" };
  const settled: Entry = { ...entry, pending: null, sending: false };
  switch (outcome.kind) {
    case "saved": {
      const answer = contentOf(outcome.statement);
      // What did not change stays the very same object: nothing has to be drawn or checked again.
      const stored = sameContent(answer, entry.content) ? entry.content : answer;
      // The server may store spans in another order; what was typed meanwhile is newer than its answer.
      const sent = "content" in change ? change.content : entry.acknowledged?.content;
      const untouched = sent !== undefined && entry.steps.length === 0 && sameContent(entry.content, sent);
      const acknowledged = { content: stored, deleted: false, revision: outcome.statement.revision };
      const shown = untouched ? { content: stored, turn: entry.deleted ? entry.turn : 0 } : { content: entry.content };
      return put(reached, { ...settled, ...shown, acknowledged });
    }
    case "deleted": {
      const content = entry.acknowledged?.content ?? entry.content;
      return put(reached, { ...settled, acknowledged: { content, deleted: true, revision: outcome.revision } });
    }
    case "unreachable":
      return put({ ...queue, reach: outcome.signedOut ? "signed_out" : "unreachable" }, { ...entry, sending: false });
    case "stale":
      return put(reached, settleStale(settled, outcome.current));
    case "refused":
      return put(reached, { ...settled, steps: [], refusal: outcome.refusal });
  }
}

/** Two writers who arrived at the same have nothing to decide. */
function settleStale(entry: Entry, current: OtherVersion): Entry {
  const content = contentOf(current.statement);
  const same = entry.deleted === current.deleted && (entry.deleted || sameContent(entry.content, content));
  // From here on it is one change, of their version into mine.
  if (!same) return { ...entry, steps: [], conflict: current };
  return {
    ...entry,
    steps: [],
    acknowledged: { content, deleted: current.deleted, revision: current.statement.revision },
  };
}

/**
 * Takes over what the server has now, for statements with nothing unsent. `statements` must have been read when no
 * change was on its way: an older answer would undo what was acknowledged since.
 */
export function mergeStatements(queue: Queue, statements: readonly Statement[]): Queue {
  const present = new Set(statements.map((statement) => statement.id));
  const newer = statements.filter((statement) => {
    const entry = queue.entries.get(statement.id);
    return !entry || (isSettled(entry) && isNewer(statement, entry));
  });
  const gone = new Set<string>();
  for (const entry of queue.entries.values()) {
    if (!present.has(entry.id) && isSettled(entry) && !entry.deleted) gone.add(entry.id);
  }
  if (newer.length + gone.size === 0) return queue;
  const held = gone.size === 0 ? queue.entries : queue.entries.without(gone);
  return { ...queue, entries: held.with(newer.map(acknowledgedEntry)) };
}

function isNewer(statement: Statement, entry: Entry): boolean {
  return !entry.acknowledged || statement.revision > entry.acknowledged.revision;
}

// ---- Questions ----

/** How many statements are not as the server has them, and why. */
export function countUnsaved(queue: Queue): { unsaved: number; refused: number; conflicts: number } {
  const unsettled = queue.entries.unsettled();
  return {
    unsaved: unsettled.length,
    refused: unsettled.filter((entry) => entry.refusal).length,
    conflicts: unsettled.filter((entry) => entry.conflict).length,
  };
}

function get(queue: Queue, id: string): Entry {
  const entry = queue.entries.get(id);
  if (!entry) throw new Error(`no statement ${id} on this screen`);
  return entry;
}

function put(queue: Queue, entry: Entry): Queue {
  return { ...queue, entries: queue.entries.with([entry]) };
}

/** Puts an entry that was edited just now. */
function putEdited(queue: Queue, entry: Entry, note: StepNote | undefined): Queue {
  const turn = queue.turn + 1;
  const { content, deleted, conflict, refusal } = entry;
  // What was refused, or waits for a decision, is sent with what follows it or not at all.
  const held = conflict || refusal ? [] : entry.steps;
  const steps = note ? withStep(held, { ...note, content, deleted, turn }) : [];
  return put({ ...queue, turn }, { ...entry, steps: conflict ? [] : steps, refusal: null, turn });
}
