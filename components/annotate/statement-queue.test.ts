import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentOf } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { describeSaving } from "./describe-saving";
import type { Change } from "./entry";
import { emptyOutbox } from "./outbox-mirror";
import {
  addStatement,
  countUnsaved,
  createQueue,
  deleteStatement,
  editStatement,
  mergeStatements,
  type Outcome,
  type Queue,
  restoreStatement,
  retryRefused,
  settleChange,
  settleConflict,
  takeChange,
} from "./statement-queue";

const content = (note: string): StatementContent => ({
  spans: [{ role: "content", start: 0, end: 5, quote: "👩‍👩‍👧 s" }],
  speakerId: null,
  chain: [],
  stances: [],
  fields: {},
  confidence: "sure",
  note,
  parentId: null,
  sameClaimAsId: null,
});

const stored = (id: string, revision: number, note: string): Statement => ({
  ...content(note),
  id,
  assignmentId: "assignment",
  codebookVersion: 1,
  derivedFromId: null,
  revision,
  createdAt: "2022-01-21T00:00:00.000Z",
  updatedAt: "2022-01-21T00:00:00.000Z",
});

function ids() {
  let last = 0;
  return () => `operation-${++last}`;
}

/** Takes the change to send now. */
function take(queue: Queue, newId = ids()): { queue: Queue; change: Change } {
  const taken = takeChange(queue, newId);
  if (!taken.change) throw new Error("expected a change, found none");
  return { queue: taken.queue, change: taken.change };
}

const saved = (change: Change, revision: number): Outcome => ({
  kind: "saved",
  statement: { ...stored(change.statementId, revision, ""), ...("content" in change ? change.content : {}) },
});
const unreachable: Outcome = { kind: "unreachable", signedOut: false };

describe("one statement", () => {
  test("a new one is created, and saved only by the acknowledgement", () => {
    const added = addStatement(createQueue([]), "a", content("one"));
    expect(describeSaving(added, emptyOutbox).words).toBe("Saving 1");
    const { queue, change } = take(added);
    expect(change).toMatchObject({ kind: "create", statementId: "a" });
    expect(describeSaving(queue, emptyOutbox).tone).toBe("saving");
    expect(describeSaving(settleChange(queue, change, saved(change, 1)), emptyOutbox).words).toBe("Saved");
  });

  test("edits during a save are coalesced into one update of the acknowledged revision", () => {
    const newId = ids();
    const first = take(addStatement(createQueue([]), "a", content("one")), newId);
    let queue = editStatement(first.queue, "a", content("two"));
    queue = editStatement(queue, "a", content("three"));
    expect(takeChange(queue, newId).change).toBeNull();
    const second = take(settleChange(queue, first.change, saved(first.change, 1)), newId);
    expect(second.change).toEqual({
      kind: "update",
      operationId: "operation-2",
      statementId: "a",
      revision: 1,
      content: content("three"),
    });
  });

  test("a change that got no answer goes again with the same operation id, before what is newer", () => {
    const newId = ids();
    const first = take(addStatement(createQueue([]), "a", content("one")), newId);
    let queue = settleChange(first.queue, first.change, unreachable);
    expect(describeSaving(queue, emptyOutbox).words).toBe("Offline: 1 unsent change is kept in this browser");
    queue = editStatement(queue, "a", content("two"));
    const again = take(queue, newId);
    expect(again.change).toEqual(first.change);
    const next = take(settleChange(again.queue, again.change, saved(again.change, 1)), newId);
    expect(next.change).toMatchObject({ kind: "update", revision: 1, content: { note: "two" } });
  });

  test("an edit taken back before it was sent leaves nothing to send", () => {
    const queue = editStatement(createQueue([stored("a", 4, "one")]), "a", content("two"));
    const back = editStatement(queue, "a", content("one"));
    expect(takeChange(back, ids()).change).toBeNull();
    expect(describeSaving(back, emptyOutbox).words).toBe("Saved");
  });

  test("a new one deleted before it was sent never reaches the server", () => {
    const queue = deleteStatement(addStatement(createQueue([]), "a", content("one")), "a");
    expect(takeChange(queue, ids()).change).toBeNull();
    expect(countUnsaved(queue).unsaved).toBe(0);
  });

  test("deleting waits for the save on its way, and restoring brings it back", () => {
    const newId = ids();
    const first = take(editStatement(createQueue([stored("a", 4, "one")]), "a", content("two")), newId);
    const deleted = deleteStatement(first.queue, "a");
    expect(takeChange(deleted, newId).change).toBeNull();
    const second = take(settleChange(deleted, first.change, saved(first.change, 5)), newId);
    expect(second.change).toMatchObject({ kind: "delete", revision: 5 });
    const gone = settleChange(second.queue, second.change, { kind: "deleted", revision: 6 });
    expect(describeSaving(gone, emptyOutbox).words).toBe("Saved");
    const third = take(editStatement(restoreStatement(gone, "a"), "a", content("three")), newId);
    expect(third.change).toMatchObject({ kind: "restore", revision: 6 });
    const back = settleChange(third.queue, third.change, { kind: "saved", statement: stored("a", 7, "two") });
    expect(take(back, newId).change).toMatchObject({ kind: "update", revision: 7, content: { note: "three" } });
  });

  test("refers to another only once that is stored", () => {
    const newId = ids();
    let queue = addStatement(createQueue([]), "a", content("one"));
    queue = addStatement(queue, "b", { ...content("two"), sameClaimAsId: "a" });
    const first = take(queue, newId);
    expect(first.change.statementId).toBe("a");
    const next = take(settleChange(first.queue, first.change, saved(first.change, 1)), newId);
    expect(next.change.statementId).toBe("b");
  });
});

describe("several statements", () => {
  test("are sent one at a time, in the order of their latest edits", () => {
    const newId = ids();
    let queue = createQueue([stored("a", 1, "one"), stored("b", 1, "one"), stored("c", 1, "one")]);
    for (const id of ["c", "a", "b", "a"]) queue = editStatement(queue, id, content(`${id} ${queue.turn}`));
    const sent: string[] = [];
    for (let next = takeChange(queue, newId); next.change; next = takeChange(queue, newId)) {
      expect(takeChange(next.queue, newId).change).toBeNull();
      sent.push(next.change.statementId);
      queue = settleChange(next.queue, next.change, saved(next.change, 2));
    }
    expect(sent).toEqual(["c", "b", "a"]);
  });

  test("one that is refused or in conflict holds up no other", () => {
    let queue = editStatement(createQueue([stored("a", 1, "one"), stored("b", 1, "one")]), "a", content("two"));
    queue = editStatement(queue, "b", content("two"));
    const first = take(queue);
    const current = { statement: stored("a", 5, "theirs"), deleted: false };
    expect(take(settleChange(first.queue, first.change, { kind: "stale", current })).change.statementId).toBe("b");
  });
});

describe("what the server refuses", () => {
  const refused: Outcome = {
    kind: "refused",
    refusal: { code: "invalid_statement", detail: "No.", errors: [{ path: "note", message: "Too long." }] },
  };

  test("stays on the screen as unsaved, and goes again after an edit or when asked", () => {
    const first = take(editStatement(createQueue([stored("a", 1, "one")]), "a", content("two")));
    const queue = settleChange(first.queue, first.change, refused);
    expect(queue.entries.get("a")?.content.note).toBe("two");
    expect(describeSaving(queue, emptyOutbox).words).toBe("Not saved: 1 change refused");
    expect(takeChange(queue, ids()).change).toBeNull();
    expect(take(retryRefused(queue, "a")).change).toMatchObject({ kind: "update", content: { note: "two" } });
    expect(take(editStatement(queue, "a", content("three"))).change).toMatchObject({ content: { note: "three" } });
  });
});

describe("a conflict", () => {
  function conflicting(): Queue {
    const first = take(editStatement(createQueue([stored("a", 1, "one")]), "a", content("mine")));
    const current = { statement: stored("a", 5, "theirs"), deleted: false };
    return settleChange(first.queue, first.change, { kind: "stale", current });
  }

  test("stops sending until somebody chooses", () => {
    const queue = conflicting();
    expect(describeSaving(queue, emptyOutbox).words).toBe("Conflict: 1 statement changed elsewhere");
    expect(takeChange(editStatement(queue, "a", content("more")), ids()).change).toBeNull();
  });

  test("keeping mine sends it over their revision", () => {
    const { change } = take(settleConflict(conflicting(), "a", "mine"));
    expect(change).toMatchObject({ kind: "update", revision: 5, content: { note: "mine" } });
  });

  test("taking theirs shows it and sends nothing", () => {
    const queue = settleConflict(conflicting(), "a", "theirs");
    expect(queue.entries.get("a")?.content.note).toBe("theirs");
    expect(takeChange(queue, ids()).change).toBeNull();
    expect(describeSaving(queue, emptyOutbox).words).toBe("Saved");
  });

  test("keeping mine of one that was deleted elsewhere restores it first, then sends mine", () => {
    const newId = ids();
    const first = take(editStatement(createQueue([stored("a", 1, "one")]), "a", content("mine")), newId);
    const current = { statement: stored("a", 5, "one"), deleted: true };
    const kept = settleConflict(settleChange(first.queue, first.change, { kind: "stale", current }), "a", "mine");
    const restore = take(kept, newId);
    expect(restore.change).toMatchObject({ kind: "restore", revision: 5 });
    const restored: Outcome = { kind: "saved", statement: stored("a", 6, "one") };
    const update = take(settleChange(restore.queue, restore.change, restored), newId);
    expect(update.change).toMatchObject({ kind: "update", revision: 6, content: { note: "mine" } });
  });

  test("is none when both made the same change", () => {
    const first = take(editStatement(createQueue([stored("a", 1, "one")]), "a", content("same")));
    const current = { statement: stored("a", 2, "same"), deleted: false };
    expect(describeSaving(settleChange(first.queue, first.change, { kind: "stale", current }), emptyOutbox).words).toBe(
      "Saved",
    );
  });
});

describe("what the server has now", () => {
  test("is taken over for statements with nothing unsent, and only for them", () => {
    let queue = createQueue([stored("a", 1, "one"), stored("b", 1, "one"), stored("gone", 1, "one")]);
    queue = editStatement(queue, "b", content("mine"));
    queue = mergeStatements(queue, [stored("a", 2, "new"), stored("b", 2, "new"), stored("c", 1, "c")]);
    expect([...queue.entries.values()].map((entry) => [entry.id, entry.content.note])).toEqual([
      ["a", "new"],
      ["b", "mine"],
      ["c", "c"],
    ]);
  });

  test("never goes back to an older revision", () => {
    const queue = mergeStatements(createQueue([stored("a", 3, "newer")]), [stored("a", 2, "older")]);
    expect(queue.entries.get("a")?.content.note).toBe("newer");
  });
});

/** A server with one statement row, operations done once, and compare-and-set. */
class Server {
  row: { revision: number; note: string; deleted: boolean } | null = null;
  readonly answers = new Map<string, Outcome>();

  receive(change: Change): Outcome {
    const known = this.answers.get(change.operationId);
    if (known) return known;
    const answer = this.perform(change);
    this.answers.set(change.operationId, answer);
    return answer;
  }

  private perform(change: Change): Outcome {
    if (change.kind === "create") {
      expect(this.row).toBeNull();
      this.row = { revision: 1, note: change.content.note, deleted: false };
      return saved(change, 1);
    }
    expect(change.revision).toBe(this.row?.revision);
    const row = this.row as NonNullable<typeof this.row>;
    row.revision++;
    if (change.kind === "delete" || change.kind === "restore") row.deleted = change.kind === "delete";
    if (change.kind === "update") row.note = change.content.note;
    if (change.kind === "delete") return { kind: "deleted", revision: row.revision };
    return { kind: "saved", statement: stored(change.statementId, row.revision, row.note) };
  }
}

test("whatever is lost on the way, the server ends with what the screen shows, each operation done once", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("edit" as const), note: fc.string({ unit: "grapheme", maxLength: 4 }) }),
    fc.record({ do: fc.constantFrom("delete" as const, "restore" as const, "deliver" as const) }),
    fc.record({ do: fc.constantFrom("lose request" as const, "lose answer" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const server = new Server();
      const newId = ids();
      let queue = addStatement(createQueue([]), "a", content("start"));
      const attempt = (fate: "deliver" | "lose request" | "lose answer") => {
        const { queue: taken, change } = takeChange(queue, newId);
        if (!change) return false;
        const answer = fate === "lose request" ? null : server.receive(change);
        queue = settleChange(taken, change, answer && fate === "deliver" ? answer : unreachable);
        return true;
      };
      for (const one of steps) {
        if (one.do === "edit") queue = editStatement(queue, "a", content(one.note));
        else if (one.do === "delete") queue = deleteStatement(queue, "a");
        else if (one.do === "restore") queue = restoreStatement(queue, "a");
        else attempt(one.do);
      }
      for (let round = 0; attempt("deliver"); round++) expect(round).toBeLessThan(10);
      expect(describeSaving(queue, emptyOutbox).words).toBe("Saved");
      const entry = queue.entries.get("a");
      expect(server.row?.deleted ?? true).toBe(entry?.deleted);
      if (!entry?.deleted) expect(server.row?.note).toBe(entry?.content.note);
    }),
  );
});

test("a stored statement's content is what a person codes and nothing else", () => {
  expect(contentOf(stored("a", 1, "one"))).toEqual(content("one"));
});
