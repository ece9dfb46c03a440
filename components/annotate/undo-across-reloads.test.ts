import fc from "fast-check";
import { expect, test } from "vitest";
import type { StatementChange } from "@/domain/contract/history";
import { emptyContent } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";
import { ChangeLog } from "./change-log";
import type { Draft } from "./draft";
import { recordChange } from "./edit-history";
import type { Change } from "./entry";
import { draftsOf, restoreDrafts } from "./outbox-draft";
import { createQueue, type Outcome, type Queue, settleChange, takeChange } from "./statement-queue";
import { applyEdit, judgeTravel, nextRedo, nextUndo, type Travel } from "./take-back";
import { addTombstones, savedChange } from "./take-version";
import { unsentChanges } from "./unsent-changes";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });
const moment = "2022-01-21T00:00:00.000Z";
type Shown = StatementContent | null;

/** A server that does each operation once, compares and sets, and writes an event of each change. */
class Server {
  readonly rows = new Map<string, { content: StatementContent; deleted: boolean; revision: number }>();
  readonly events: StatementChange[] = [];
  readonly #answers = new Map<string, Outcome>();

  receive(change: Change): Outcome {
    const earlier = this.#answers.get(change.operationId);
    if (earlier) return earlier;
    const { statementId, operationId } = change;
    const row = this.rows.get(statementId) ?? null;
    if (change.kind !== "create") expect(change.revision).toBe(row?.revision);
    else expect(row).toBeNull();
    const before = row && !row.deleted ? row.content : null;
    const made = "content" in change ? change.content : (row?.content as StatementContent);
    const next = { content: made, deleted: change.kind === "delete", revision: (row?.revision ?? 0) + 1 };
    this.rows.set(statementId, next);
    this.events.push({
      sequence: this.events.length + 1,
      operationId,
      at: moment,
      kind: "changed",
      statementId,
      revision: next.revision,
      before,
      after: next.deleted ? null : made,
      relation: change.relation ?? null,
    });
    const answer: Outcome = next.deleted
      ? { kind: "deleted", revision: next.revision }
      : { kind: "saved", statement: stored(statementId, next) };
    this.#answers.set(operationId, answer);
    return answer;
  }

  view(): Statement[] {
    return [...this.rows].filter(([, row]) => !row.deleted).map(([id, row]) => stored(id, row));
  }

  page(before: number | null, limit: number) {
    const changes = this.events
      .filter(({ sequence }) => before === null || sequence < before)
      .reverse()
      .slice(0, limit);
    return { changes, older: changes.length < limit ? null : (changes.at(-1)?.sequence ?? null) };
  }
}

function stored(id: string, { content, revision }: { content: StatementContent; revision: number }): Statement {
  const row = {
    assignmentId: "assignment",
    codebookVersion: 1,
    derivedFromId: null,
    createdAt: moment,
    updatedAt: moment,
  };
  return { ...content, ...row, id, revision };
}

/** One opening of the screen after the other, on one server and one outbox. */
class Client {
  queue: Queue = createQueue([]);
  log = new ChangeLog();
  #drafts: ReadonlyMap<string, Draft> = new Map();
  #last = 0;
  #letters: { id: string; statementId: string } | null = null;

  constructor(readonly server: Server) {}

  newId = () => `operation-${++this.#last}`;

  get history() {
    const unsent = unsentChanges(this.queue).filter(({ operationId }) => !this.log.has(operationId));
    return unsent.reduce(recordChange, this.log.get().history);
  }

  shown(statementId: string): Shown {
    const entry = this.queue.entries.get(statementId);
    return entry && !entry.deleted ? entry.content : null;
  }

  edit(statementId: string, after: Shown, isLetter = false): void {
    const last = this.history.done.at(-1);
    const goesOn = isLetter && last && last.id === this.#letters?.id && last.statementId === statementId;
    const relation = goesOn ? ({ kind: "continues", operationId: last.id } as const) : null;
    const operationId = this.newId();
    this.#letters = isLetter ? (goesOn ? this.#letters : { id: operationId, statementId }) : null;
    this.#keep(applyEdit(this.queue, { statementId, after, note: { operationId, relation } }));
  }

  travel(travel: Travel | null): boolean {
    if (!travel) return false;
    expect(judgeTravel(this.queue, travel)).toBe("clear");
    this.#letters = null;
    const { step, after, relation } = travel;
    const note = { operationId: this.newId(), relation };
    this.#keep(applyEdit(this.queue, { statementId: step.statementId, after, note }));
    return true;
  }

  /** Sends one change; whether there was one. */
  deliver(fate: "arrives" | "loses answer" | "never arrives"): boolean {
    const { queue, change } = takeChange(this.queue, this.newId);
    this.#keep(queue);
    if (!change) return false;
    const answer = fate === "never arrives" ? null : this.server.receive(change);
    const outcome: Outcome = answer && fate === "arrives" ? answer : { kind: "unreachable", signedOut: false };
    const saved = savedChange(this.queue, change, outcome);
    if (saved) this.log.add(saved);
    this.#keep(settleChange(this.queue, change, outcome));
    return true;
  }

  reload(pageSize: number): void {
    this.#letters = null;
    this.queue = createQueue(this.server.view());
    this.log = new ChangeLog();
    const drafts = [...this.#drafts.values()].sort((a, b) => a.turn - b.turn);
    // What the disk gives back is equal, not identical.
    this.#keep(restoreDrafts(this.queue, structuredClone(drafts)).queue);
    let older: number | null | undefined;
    do {
      const page = this.server.page(older ?? null, pageSize);
      this.log.addPage(page, older === undefined);
      older = page.older;
      this.#keep(addTombstones(this.queue, this.log.get().changes));
    } while (older !== null);
  }

  #keep(queue: Queue): void {
    this.#drafts = draftsOf(queue, { queue: this.queue, drafts: this.#drafts });
    this.queue = queue;
  }
}

/** What a person expects, without queue, server or reload. */
class Model {
  shown = new Map<string, Shown>();
  done: { id: string; before: Shown; after: Shown; letters: boolean }[] = [];
  undone: typeof this.done = [];

  edit(id: string, after: Shown, letters = false): void {
    const last = this.done.at(-1);
    const before = this.shown.get(id) ?? null;
    if (letters && last?.letters && last.id === id) last.after = after;
    else this.done.push({ id, before, after, letters });
    this.undone = [];
    this.shown.set(id, after);
  }

  undo(): boolean {
    const step = this.done.pop();
    if (step) this.undone.push(step);
    if (step) this.shown.set(step.id, step.before);
    if (step) this.endLetters();
    return step !== undefined;
  }

  redo(): boolean {
    const step = this.undone.pop();
    if (step) this.done.push(step);
    if (step) this.shown.set(step.id, step.after);
    if (step) this.endLetters();
    return step !== undefined;
  }

  endLetters(): void {
    for (const step of this.done) step.letters = false;
  }
}

const statement = fc.constantFrom("a", "b", "c");
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("edit" as const, "type" as const), id: statement }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), id: statement }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "redo" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("arrives", "loses answer", "never arrives") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), pageSize: fc.integer({ min: 1, max: 5 }) }) },
);

test("edits, undos, redos and reloads, with whatever network, end where a person expects", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const server = new Server();
      const client = new Client(server);
      const model = new Model();
      let words = 0;
      for (const one of actions) {
        if (one.do === "edit" || one.do === "type") {
          // A deleted statement is not on the screen to be edited; a new one gets a new id.
          if (model.shown.has(one.id) && model.shown.get(one.id) === null) continue;
          const after = content(`words ${++words}`);
          client.edit(one.id, after, one.do === "type");
          model.edit(one.id, after, one.do === "type");
          if (one.do === "edit") model.endLetters();
        } else if (one.do === "delete") {
          if (client.shown(one.id) === null) continue;
          client.edit(one.id, null);
          model.edit(one.id, null);
          model.endLetters();
        } else if (one.do === "undo") {
          expect(client.travel(nextUndo(client.history))).toBe(model.undo());
        } else if (one.do === "redo") {
          expect(client.travel(nextRedo(client.history))).toBe(model.redo());
        } else if (one.do === "reload") {
          client.reload(one.pageSize);
          model.endLetters();
        } else client.deliver(one.do as "arrives");
        for (const [id, shown] of model.shown) expect(client.shown(id)?.note).toBe(shown?.note);
      }
      while (client.deliver("arrives"));
      for (const [id, shown] of model.shown) {
        const row = server.rows.get(id);
        expect(row && !row.deleted ? row.content.note : undefined).toBe(shown?.note);
      }
      client.reload(4);
      expect([client.history.done.length, client.history.undone.length]).toEqual([
        model.done.length,
        model.undone.length,
      ]);
    }),
    { numRuns: 300 },
  );
});
