import type { BrowserContext } from "@playwright/test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { v7 as uuid } from "uuid";
import { describeSaving } from "../../../components/annotate/describe-saving";
import type { Change } from "../../../components/annotate/entry";
import type { Outbox } from "../../../components/annotate/outbox";
import { OutboxStore } from "../../../components/annotate/outbox-store";
import { sendChange } from "../../../components/annotate/send-change";
import {
  addStatement,
  countUnsaved,
  deleteStatement,
  editStatement,
  restoreStatement,
} from "../../../components/annotate/statement-queue";
import { StatementSaver } from "../../../components/annotate/statement-saver";
import type { AnnotationView, WorkList } from "../../../domain/contract/work";
import { emptyContent } from "../../../domain/statement/content";
import { DocumentText } from "../../../domain/text/document-text";
import { makeSpan } from "../../../domain/text/spans";
import { FaultProxy, type Faults } from "../../support/fault-proxy";
import { expect, test } from "../../support/fixtures";
import { fetchFrom, OpenTabs } from "../../support/node-browser";
import { type SeededRandom, seededRandom, trials } from "../../support/seeded-random";

test.use({ serverName: "faults" });

const OPERATIONS = trials(400);
const FAULTS: Faults = { delayMs: 8, reset: 0.1, cut: 0.05, dropped: 0.05 };
const STATEMENTS = 25;
/** A page dies about once in so many edits. */
const DEATHS = 1 / 60;

/** The owner's view of their one assignment, over a good network. */
async function viewOf(context: BrowserContext): Promise<AnnotationView> {
  const { items } = (await (await context.request.get("/api/v1/assignments")).json()) as WorkList;
  return (await context.request.get(`/api/v1/assignments/${items[0]?.id}`)).json();
}

/** One person's browser in Node: the client's own outbox, saver and way of sending, in tabs that die now and then. */
class Annotator {
  readonly tabs = new OpenTabs();
  /** The operations sent, by statement; the same one goes as often as it must. */
  readonly sent = new Map<string, Set<string>>();
  saver: StatementSaver;
  #die: () => void = () => {};
  #changed: () => void = () => {};

  constructor(
    view: AnnotationView,
    private readonly proxy: FaultProxy,
  ) {
    this.saver = this.#open(view);
  }

  #open(view: AnnotationView): StatementSaver {
    const owner = uuid();
    let alive = true;
    this.#die = () => {
      alive = false;
      this.tabs.die(owner);
    };
    /** What a dead page has begun may end; nobody hears of it. */
    const mortal = <T>(work: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        work.then(
          (value) => alive && resolve(value),
          (error) => alive && reject(error),
        );
      });
    const store = new OutboxStore({ userId: "owner", assignmentId: view.assignment.id, owner }, this.tabs.owners);
    const outbox: Outbox = {
      onLoss: null,
      hold: () => mortal(store.hold()),
      adopt: (take) => mortal(store.adopt((drafts) => (alive ? take(drafts) : []))),
      write: (put, remove) => mortal(store.write(put, remove)),
    };
    const saver = new StatementSaver({
      statements: view.statements,
      outbox,
      newId: uuid,
      send: (change) => mortal(sendChange(view.assignment.id, this.#note(change), () => {})),
      schedule: (run, delayMs) => {
        // The outbox has its whole patience; trying again is not worth waiting for here.
        const timer = setTimeout(() => alive && run(), delayMs < 1_000 ? delayMs : 1);
        return () => clearTimeout(timer);
      },
    });
    saver.subscribe(() => {
      if (!alive) return;
      this.check(saver);
      this.#changed();
    });
    saver.open();
    return saver;
  }

  #note(change: Change): Change {
    const operations = this.sent.get(change.statementId) ?? new Set();
    this.sent.set(change.statementId, operations.add(change.operationId));
    return change;
  }

  get operations(): string[] {
    return [...this.sent.values()].flatMap((ids) => [...ids]);
  }

  /** The page is gone without a word; the next one starts from what the server has. */
  async reopen(read: () => Promise<AnnotationView>): Promise<void> {
    this.#die();
    this.saver = this.#open(await read());
    // Nobody is as fast as the outbox: an edit of a statement before its draft is back would be a conflict with it.
    await this.until(() => this.saver.getOutbox().isRead);
  }

  words(saver = this.saver): string {
    return describeSaving(saver.getQueue(), saver.getOutbox()).words;
  }

  /** "Saved" is said only when the server has acknowledged each operation, whatever the client heard. */
  check(saver: StatementSaver): void {
    if (this.words(saver) !== "Saved") return;
    expect(this.operations.filter((id) => !this.proxy.acknowledged.has(id))).toEqual([]);
  }

  async change(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#changed = resolve;
    });
  }

  async until(isReached: () => boolean): Promise<void> {
    while (!isReached()) await this.change();
  }

  unsaved(): number {
    const { unsaved, refused, conflicts } = countUnsaved(this.saver.getQueue());
    // One person in one tab at a time is in nobody's way.
    if (refused + conflicts > 0)
      throw new Error(`${this.words()}: ${JSON.stringify([...this.saver.getQueue().entries.values()])}`);
    return unsaved;
  }

  edit(random: SeededRandom, text: DocumentText): void {
    this.saver.apply((queue) => {
      const entries = [...queue.entries.values()];
      const note = `“${random.below(1_000_000)}” 👩‍👩‍👧`;
      if (entries.length < STATEMENTS && random.chance(0.3)) {
        const start = random.below(text.length - 10);
        const span = makeSpan(text, "content", { start, end: start + 5 });
        return addStatement(queue, uuid(), { ...emptyContent(span), note });
      }
      if (entries.length === 0) return queue;
      const { id, deleted, content } = random.pick(entries);
      if (deleted) return restoreStatement(queue, id);
      return random.chance(0.2) ? deleteStatement(queue, id) : editStatement(queue, id, { ...content, note });
    });
  }
}

test(`${OPERATIONS} operations through a network that delays, resets, cuts and swallows arrive once each`, async ({
  signedInPage: page,
  context,
  server,
}) => {
  test.setTimeout(60_000 + OPERATIONS * 100);
  const random = seededRandom("fault proxy");
  const view = await viewOf(context);
  const text = new DocumentText(view.document.text);
  const proxy = await FaultProxy.start(server.url, random);
  proxy.faults = FAULTS;
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const before = { fetch: globalThis.fetch, indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
  const headers = { cookie, origin: new URL(page.url()).origin };
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange, fetch: fetchFrom(() => proxy.url, headers) });
  try {
    const annotator = new Annotator(view, proxy);
    while (annotator.operations.length < OPERATIONS) {
      annotator.edit(random, text);
      if (random.chance(DEATHS)) await annotator.reopen(() => viewOf(context));
      // Some edits pile up, as they do offline; the rest wait for those.
      if (annotator.unsaved() > 6) await annotator.until(() => annotator.unsaved() < random.below(6) + 1);
    }
    proxy.faults = null;
    annotator.saver.sendNow();
    await annotator.until(() => annotator.words() === "Saved");

    const { statements } = await viewOf(context);
    const shown = [...annotator.saver.getQueue().entries.values()].filter((entry) => !entry.deleted);
    const notes = (rows: { id: string; note: string }[]) => Object.fromEntries(rows.map(({ id, note }) => [id, note]));
    expect(notes(statements)).toEqual(notes(shown.map(({ id, content }) => ({ id, note: content.note }))));
    // Each operation of a statement raised its revision by one: none was lost, none done twice.
    for (const { id, revision } of statements) expect(revision).toBe(annotator.sent.get(id)?.size);
    expect(annotator.operations.filter((id) => !proxy.acknowledged.has(id))).toEqual([]);
    console.info(`${annotator.operations.length} operations, ${JSON.stringify(proxy.counts)}`);
    expect(Math.min(...Object.values(proxy.counts))).toBeGreaterThan(0);
  } finally {
    Object.assign(globalThis, before);
    await proxy.close();
  }
});
