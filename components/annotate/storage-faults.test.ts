import { IDBKeyRange } from "fake-indexeddb";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { FaultyStorage, type StorageFault, storageFaults } from "@/tests/support/faulty-storage";
import { MemoryServer } from "@/tests/support/memory-server";
import { OpenTabs } from "@/tests/support/node-browser";
import { describeSaving } from "./describe-saving";
import { isSettled } from "./entry";
import { OutboxStore } from "./outbox-store";
import { addStatement, deleteStatement, editStatement, settleConflict } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

const STATEMENTS = ["0", "1", "2", "3", "4"].map((digit) => `01980000-0000-7000-8000-00000000000${digit}`);
const RUNS = Number(process.env.SAYSO_TRIALS ?? 100);

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });

/** What is ready to happen has happened: a transaction of the storage takes some turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 25; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** One person's browser with a storage that fails. */
class Page {
  readonly server = new MemoryServer();
  readonly #tabs = new OpenTabs();
  readonly #made = new Set<string>();
  online = true;
  #saver: StatementSaver;
  /** Operations of this page: those of an earlier one that only it had are gone with it, as its banner said. */
  readonly #sent = new Set<string>();
  #opened = 0;
  #operations = 0;
  #die: () => void = () => {};
  #timers = new Set<{ run: () => void; delayMs: number }>();

  constructor(readonly storage: FaultyStorage) {
    this.#saver = this.#open();
  }

  #open(): StatementSaver {
    let alive = true;
    this.#opened += 1;
    this.#sent.clear();
    const owner = `owner-${String(this.#opened).padStart(3, "0")}`;
    const store = new OutboxStore({ userId: "ada", assignmentId: "assignment", owner }, this.#tabs.owners);
    this.#die = () => {
      alive = false;
      store.onLoss = null;
      this.#tabs.die(owner);
    };
    this.#timers = new Set();
    const timers = this.#timers;
    const rows = [...this.server.rows.values()].filter(({ deleted }) => !deleted);
    const saver = new StatementSaver({
      statements: rows.map(({ statement }) => statement),
      outbox: store,
      newId: () => {
        this.#operations += 1;
        return `01980000-0000-7000-9000-${String(this.#operations).padStart(12, "0")}`;
      },
      send: async (change) => {
        if (!alive) return new Promise(() => {});
        this.#sent.add(change.operationId);
        return this.online ? this.server.receive(change) : { kind: "unreachable", signedOut: false };
      },
      schedule: (run, delayMs) => {
        const timer = { run, delayMs };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    });
    saver.open();
    saver.subscribe(() => alive && this.check());
    return saver;
  }

  async edit(id: string, note: string | null): Promise<void> {
    const isNew = note !== null && !this.#saver.getQueue().entries.has(id) && !this.#made.has(id);
    this.#saver.apply((queue) => {
      const entry = queue.entries.get(id);
      if (note === null) return entry ? deleteStatement(queue, id) : queue;
      // A new statement has a new id: one that an earlier page made is not made again.
      if (!entry) return this.#made.has(id) ? queue : addStatement(queue, id, content(note));
      return entry.deleted ? queue : editStatement(queue, id, content(note));
    });
    if (isNew) this.#made.add(id);
    await settle();
    await this.wait();
  }

  /** The patience of the outbox is over, and it is time to try the server again. */
  async wait(): Promise<void> {
    for (const timer of [...this.#timers]) {
      this.#timers.delete(timer);
      timer.run();
    }
    await settle();
  }

  async connect(online: boolean): Promise<void> {
    this.online = online;
    await this.wait();
  }

  /** The page is gone, with what only it had; the same person opens the next one. */
  async reopen(): Promise<void> {
    this.#die();
    await settle();
    this.#saver = this.#open();
    await settle();
    await this.wait();
  }

  get words(): string {
    return describeSaving(this.#saver.getQueue(), this.#saver.getOutbox()).words;
  }

  get banner(): boolean {
    return this.#saver.getOutbox().failure !== null;
  }

  shown(): Record<string, string> {
    const entries = [...this.#saver.getQueue().entries.values()].filter((entry) => !entry.deleted);
    return Object.fromEntries(entries.map((entry) => [entry.id, entry.content.note]).sort());
  }

  unsent(): string[] {
    return [...this.#saver.getQueue().entries.values()].filter((entry) => !isSettled(entry)).map(({ id }) => id);
  }

  /** "Saved" is said only when nothing is under way, and the server has what the screen shows. */
  check(): void {
    if (this.words !== "Saved") return;
    expect([...this.#sent].filter((id) => !this.server.hasReceived(id))).toEqual([]);
    // After drafts of an earlier page, what happened to them since is read anew.
    if (this.#saver.getOutbox().restored === 0) expect(this.shown()).toEqual(this.server.notes());
  }

  /** As the screen does once it has caught up with an earlier page. */
  async readAnew(): Promise<void> {
    const rows = [...this.server.rows.values()].filter(({ deleted }) => !deleted);
    await this.#saver.refresh(async () => ({ statements: rows.map(({ statement }) => statement) }));
  }

  /** The person looks at both versions, and keeps theirs. */
  async settleConflicts(): Promise<void> {
    for (const { id, conflict } of this.#saver.getQueue().entries.values()) {
      if (conflict) this.#saver.apply((queue) => settleConflict(queue, id, "mine"));
      await settle();
    }
  }

  /** Once the outbox had its time: what is said to be kept is kept, and else there is a banner. */
  async checkKept(): Promise<void> {
    this.check();
    expect(this.words).not.toContain("Not saved");
    if (!this.server.expectsStale) expect(this.words).not.toContain("Conflict");
    const kept = new Set((await this.storage.rows()).map((row) => row.draft.statementId));
    const lost = this.unsent().filter((id) => !kept.has(id));
    if (lost.length > 0) expect([this.banner, this.words]).toEqual([true, expect.not.stringContaining("kept in this")]);
  }
}

let giveBack = () => {};
let storage: FaultyStorage;
beforeEach(() => {
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});
afterEach(() => {
  giveBack();
  vi.unstubAllGlobals();
});

async function openPage(): Promise<Page> {
  giveBack();
  storage = new FaultyStorage();
  giveBack = storage.install();
  const page = new Page(storage);
  await settle();
  return page;
}

test.each(storageFaults)(
  "a storage that is %s is announced with the first edit, and no longer once it works",
  async (fault) => {
    const page = await openPage();
    storage.fault = fault;
    await page.reopen();
    page.online = false;
    await page.edit(STATEMENTS[0] ?? "", "first");
    expect(page.banner).toBe(true);
    expect(page.words).toBe("Offline: 1 unsent change, on this page only");
    await page.connect(true);
    expect(page.words).toBe("Saved");
    expect(page.server.notes()).toEqual(page.shown());
    if (fault === "silent") return;
    storage.fault = null;
    page.online = false;
    await page.edit(STATEMENTS[0] ?? "", "second");
    expect(page.banner).toBe(false);
    expect(page.words).toBe("Offline: 1 unsent change is kept in this browser");
    await page.checkKept();
  },
);

test("what was kept is kept again when the person clears the site's data under an open page", async () => {
  const page = await openPage();
  page.online = false;
  await page.edit(STATEMENTS[0] ?? "", "first");
  await page.edit(STATEMENTS[1] ?? "", "second");
  await storage.deleteDatabase();
  await settle();
  expect(await storage.rows()).toHaveLength(2);
  expect(page.words).toBe("Offline: 2 unsent changes are kept in this browser");
  storage.fault = "quota";
  await storage.deleteDatabase();
  await settle();
  expect(page.words).toBe("Offline: 2 unsent changes, on this page only");
  expect(page.banner).toBe(true);
});

test("drafts whose taking over failed half-way are taken over once", async () => {
  const page = await openPage();
  page.online = false;
  await page.edit(STATEMENTS[0] ?? "", "first");
  storage.fault = "aborted";
  await page.reopen();
  expect(page.shown()).toEqual({ [STATEMENTS[0] ?? ""]: "first" });
  expect(page.banner).toBe(true);
  await page.connect(true);
  storage.fault = null;
  await page.edit(STATEMENTS[0] ?? "", "second");
  await page.wait();
  await page.reopen();
  expect(page.words).toBe("Saved");
  expect(page.server.notes()).toEqual({ [STATEMENTS[0] ?? ""]: "second" });
  expect(await storage.rows()).toEqual([]);
});

type Step =
  | { do: "edit"; id: string; note: string | null }
  | { do: "connect"; online: boolean }
  | { do: "fault"; fault: StorageFault | null }
  | { do: "clear" }
  | { do: "reopen" };

const edit = fc.record({
  do: fc.constant("edit" as const),
  id: fc.constantFrom(...STATEMENTS),
  note: fc.option(fc.string({ unit: "grapheme", maxLength: 3 }), { freq: 4 }),
});
const connect = fc.record({ do: fc.constant("connect" as const), online: fc.boolean() });
// An open that never ends would keep the page from ever opening it again: see the table above.
const faults = storageFaults.filter((fault) => fault !== "silent");
const fault = fc.record({
  do: fc.constant("fault" as const),
  fault: fc.option(fc.constantFrom(...faults), { freq: 2 }),
});
const clear = fc.record({ do: fc.constant("clear" as const) });
const reopen = fc.record({ do: fc.constant("reopen" as const) });

async function play(page: Page, step: Step): Promise<void> {
  if (step.do === "edit") await page.edit(step.id, step.note);
  else if (step.do === "connect") await page.connect(step.online);
  else if (step.do === "fault") storage.fault = step.fault;
  else if (step.do === "clear") await storage.deleteDatabase();
  else await page.reopen();
  await settle();
  if (step.do !== "fault") await page.checkKept();
}

test("whatever the storage does: what is said to be kept or saved is, and nothing is in the way of itself", async () => {
  let happened = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(edit, edit, connect, fault, clear, reopen), { minLength: 10, maxLength: 30, size: "max" }),
      async (steps) => {
        const page = await openPage();
        page.server.expectsStale = true;
        for (const step of steps) {
          await play(page, step);
          if (step.do === "clear" || (step.do === "fault" && step.fault)) happened += 1;
        }
        storage.fault = null;
        await page.connect(true);
        // What an earlier page kept is read now, sent, and perhaps found to be older than what the server has.
        for (let look = 0; look < 3; look += 1) {
          await page.wait();
          await page.settleConflicts();
        }
        expect(page.words).toBe("Saved");
        await page.readAnew();
        expect(page.shown()).toEqual(page.server.notes());
      },
    ),
    { numRuns: RUNS },
  );
  console.info(`${happened} faults of the storage`);
}, 120_000);
