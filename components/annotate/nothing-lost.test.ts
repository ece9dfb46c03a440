import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { MemoryOutbox } from "@/tests/support/memory-outbox";
import { MemoryServer } from "@/tests/support/memory-server";
import { describeSaving } from "./describe-saving";
import { addStatement, deleteStatement, editStatement } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

const STATEMENTS = ["a", "b", "c"];

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });

/** One person's browser: closes and opens the screen, on the same outbox. */
class Browser {
  readonly server = new MemoryServer();
  readonly outbox = new MemoryOutbox();
  #saver: StatementSaver;
  network: "up" | "loses requests" | "loses answers" = "up";
  #ring: () => void = () => {};
  #operations = 0;
  #die: () => void = () => {};

  constructor() {
    this.#saver = this.#start();
  }

  #start(): StatementSaver {
    const rows = [...this.server.rows.values()].filter(({ deleted }) => !deleted);
    let alive = true;
    this.#die = () => {
      alive = false;
    };
    const saver = new StatementSaver({
      statements: rows.map(({ statement }) => statement),
      outbox: this.outbox,
      newId: () => `operation-${++this.#operations}`,
      send: async (change) => {
        if (!alive) return new Promise(() => {});
        if (this.network === "loses requests") return { kind: "unreachable", signedOut: false };
        const answer = this.server.receive(change);
        return this.network === "up" ? answer : { kind: "unreachable", signedOut: false };
      },
      schedule: (run, delayMs) => {
        // The patience of the outbox is shorter than any retry, and never needed here.
        if (delayMs >= 1_000) this.#ring = run;
        return () => {};
      },
    });
    saver.open();
    saver.subscribe(() => alive && this.check());
    return saver;
  }

  async reopen(): Promise<void> {
    this.#die();
    this.outbox.crash();
    this.#saver = this.#start();
    await settle();
  }

  async edit(id: string, note: string | null): Promise<void> {
    this.#saver.apply((queue) => {
      const entry = queue.entries.get(id);
      if (note === null) return entry ? deleteStatement(queue, id) : queue;
      if (!entry) return this.server.rows.has(id) ? queue : addStatement(queue, id, content(note));
      return entry.deleted ? queue : editStatement(queue, id, content(note));
    });
    await settle();
  }

  async connect(network: Browser["network"]): Promise<void> {
    this.network = network;
    this.#ring();
    await settle();
  }

  /** Notes on the screen by statement. */
  shown(): Record<string, string> {
    const entries = [...this.#saver.getQueue().entries.values()].filter((entry) => !entry.deleted);
    return Object.fromEntries(entries.map((entry) => [entry.id, entry.content.note]).sort());
  }

  words(): string {
    return describeSaving(this.#saver.getQueue(), this.#saver.getOutbox()).words;
  }

  /** "Saved" is said only when the server has what the screen shows. */
  check(): void {
    if (this.words() === "Saved") expect(this.shown()).toEqual(this.server.notes());
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const edit = fc.record({
  do: fc.constant("edit" as const),
  id: fc.constantFrom(...STATEMENTS),
  note: fc.option(fc.string({ unit: "grapheme", maxLength: 3 }), { freq: 4 }),
});
const connect = fc.record({
  do: fc.constant("connect" as const),
  network: fc.constantFrom("up" as const, "loses requests" as const, "loses answers" as const),
});
const reopen = fc.record({ do: fc.constant("reopen" as const) });
const fault = fc.record({ do: fc.constant("fault" as const), fails: fc.boolean() });

type Step =
  | { do: "edit"; id: string; note: string | null }
  | { do: "connect"; network: Browser["network"] }
  | { do: "reopen" }
  | { do: "fault"; fails: boolean };

async function play(browser: Browser, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (step.do === "edit") await browser.edit(step.id, step.note);
    else if (step.do === "connect") await browser.connect(step.network);
    else if (step.do === "reopen") await browser.reopen();
    else browser.outbox.failure = step.fails ? new Error("quota") : null;
    browser.check();
  }
}

test("whatever the network does and however often the page dies, every edit arrives, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(edit, edit, connect, reopen), { maxLength: 30 }), async (steps) => {
      const browser = new Browser();
      await settle();
      await play(browser, steps);
      const last = browser.shown();
      await browser.reopen();
      expect(browser.shown()).toEqual(last);
      await browser.connect("up");
      expect(browser.words()).toBe("Saved");
      expect(browser.server.notes()).toEqual(last);
      expect([browser.outbox.drafts.size, browser.outbox.orphans.length]).toEqual([0, 0]);
    }),
    { numRuns: 100 },
  );
});

test('a storage that fails now and then never makes "Saved" a lie, and holds up nothing while the page lives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(edit, edit, connect, fault), { maxLength: 30 }), async (steps) => {
      const browser = new Browser();
      await settle();
      await play(browser, steps);
      const last = browser.shown();
      await browser.connect("up");
      expect(browser.words()).toBe("Saved");
      expect(browser.server.notes()).toEqual(last);
    }),
    { numRuns: 100 },
  );
});
