import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { MemoryOutbox } from "@/tests/support/memory-outbox";
import { describeSaving } from "./describe-saving";
import type { Change } from "./entry";
import { addStatement, editStatement, type Outcome } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });
const stored = (revision: number, note: string): Statement => ({
  ...content(note),
  id: "a",
  assignmentId: "assignment",
  codebookVersion: 1,
  derivedFromId: null,
  revision,
  createdAt: "2022-01-21T00:00:00.000Z",
  updatedAt: "2022-01-21T00:00:00.000Z",
});

/** Everything that is ready to happen has happened. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A saver whose sends end when the test says so and whose timers run when the test says so. */
async function harness(statements: Statement[] = [], outbox = new MemoryOutbox()) {
  const sent: { change: Change; end: (outcome: Outcome) => Promise<void> }[] = [];
  const timers = new Set<{ run: () => void; delayMs: number }>();
  let last = 0;
  const saver = new StatementSaver({
    statements,
    outbox,
    newId: () => `operation-${++last}`,
    send: (change) =>
      new Promise((resolve) => {
        const end = async (outcome: Outcome) => {
          resolve(outcome);
          await settle();
        };
        sent.push({ change, end });
      }),
    schedule: (run, delayMs) => {
      const timer = { run, delayMs };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const delays = () => [...timers].map(({ delayMs }) => delayMs);
  const ring = () => {
    for (const timer of [...timers]) {
      timers.delete(timer);
      timer.run();
    }
  };
  const words = () => describeSaving(saver.getQueue(), saver.getOutbox(), saver.getExpecting()).words;
  saver.open();
  await settle();
  return { saver, outbox, sent, delays, ring, words };
}

test("an edit that is seen and not applied yet is not called saved", async () => {
  const { saver, sent, words } = await harness();
  saver.expect();
  expect(words()).toBe("Saving 1");
  saver.apply((queue) => addStatement(queue, "a", content("one")));
  await settle();
  await sent[0]?.end({ kind: "saved", statement: stored(1, "one") });
  expect(words()).toBe("Saved");
});

test("sends a change at once, the next one only after the answer", async () => {
  const { saver, sent, words } = await harness();
  saver.apply((queue) => addStatement(queue, "a", content("one")));
  saver.apply((queue) => editStatement(queue, "a", content("two")));
  await settle();
  expect(sent.map(({ change }) => change.kind)).toEqual(["create"]);
  await sent[0]?.end({ kind: "saved", statement: stored(1, "one") });
  expect(sent.map(({ change }) => change.kind)).toEqual(["create", "update"]);
  expect(words()).toBe("Saving 1");
  await sent[1]?.end({ kind: "saved", statement: stored(2, "two") });
  expect(words()).toBe("Saved");
});

test("waits for a pause in typing, and counts as unsaved meanwhile", async () => {
  const { saver, sent, delays, ring, words } = await harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("t")), 350);
  saver.apply((queue) => editStatement(queue, "a", content("ty")), 350);
  await settle();
  expect([sent.length, delays(), words()]).toEqual([0, [350], "Saving 1"]);
  ring();
  await settle();
  expect(sent.map(({ change }) => "content" in change && change.content.note)).toEqual(["ty"]);
});

test("does not wait when the focus leaves the text", async () => {
  const { saver, sent, delays } = await harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("typed")), 350);
  saver.flush();
  await settle();
  expect([sent.length, delays()]).toEqual([1, []]);
});

test("tries again by itself, ever more patiently, and at once when told", async () => {
  const { saver, sent, delays, ring, words } = await harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("one")));
  await settle();
  await sent[0]?.end({ kind: "unreachable", signedOut: false });
  expect([delays(), words()]).toEqual([[1000], "Offline: 1 unsent change is kept in this browser"]);
  saver.apply((queue) => editStatement(queue, "a", content("two")));
  await settle();
  expect(sent).toHaveLength(1);
  ring();
  await settle();
  expect(sent[1]?.change).toEqual(sent[0]?.change);
  await sent[1]?.end({ kind: "unreachable", signedOut: true });
  expect([delays(), words()]).toEqual([[2000], "Signed out: 1 unsent change is kept in this browser"]);
  saver.sendNow();
  await settle();
  expect(delays()).toEqual([]);
  await sent[2]?.end({ kind: "saved", statement: stored(2, "one") });
  await sent[3]?.end({ kind: "saved", statement: stored(3, "two") });
  expect(words()).toBe("Saved");
});

test("does not take over an answer that an edit has overtaken", async () => {
  const { saver } = await harness([stored(1, "one")]);
  const view = { statements: [stored(2, "elsewhere")] };
  const reading = saver.refresh(async () => {
    saver.apply((queue) => editStatement(queue, "a", content("mine")));
    return view;
  });
  expect(await reading).toBe(view);
  expect(saver.getQueue().entries.get("a")?.content.note).toBe("mine");
  expect(await saver.refresh(async () => view)).toBeNull();
});

test("takes over what changed elsewhere when nothing is unsaved", async () => {
  const { saver } = await harness([stored(1, "one")]);
  await saver.refresh(async () => ({ statements: [stored(2, "elsewhere")] }));
  expect(saver.getQueue().entries.get("a")?.content.note).toBe("elsewhere");
});

test("an edit is in the outbox before it is sent, and leaves it after the answer", async () => {
  const { saver, outbox, sent, words } = await harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("one")));
  expect(sent).toEqual([]);
  await settle();
  expect(outbox.drafts.get("a")?.pending).toEqual(sent[0]?.change);
  const write = outbox.write.bind(outbox);
  let letGo = () => {};
  outbox.write = async (...parts) => {
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return write(...parts);
  };
  await sent[0]?.end({ kind: "saved", statement: stored(2, "one") });
  expect([words(), outbox.drafts.size]).toEqual(["Saving 1", 1]);
  letGo();
  await settle();
  expect([words(), outbox.drafts.size]).toEqual(["Saved", 0]);
});

test("what an earlier opening could not send goes first, with the operation ids it had", async () => {
  const first = await harness([stored(1, "")]);
  first.saver.apply((queue) => editStatement(queue, "a", content("one")));
  await settle();
  await first.sent[0]?.end({ kind: "unreachable", signedOut: false });
  first.saver.apply((queue) => editStatement(queue, "a", content("two")));
  await settle();
  const outbox = new MemoryOutbox();
  outbox.orphans = [...first.outbox.drafts.values()];
  const second = await harness([stored(1, "")], outbox);
  expect(second.saver.getQueue().entries.get("a")?.content.note).toBe("two");
  expect(second.sent.map(({ change }) => change)).toEqual([first.sent[0]?.change]);
  await second.sent[0]?.end({ kind: "saved", statement: stored(2, "one") });
  await second.sent[1]?.end({ kind: "saved", statement: stored(3, "two") });
  expect([second.words(), outbox.drafts.size]).toEqual(["Saved", 0]);
});

test("of two closed tabs' edits of one statement the second waits for the first, and then becomes a conflict", async () => {
  const outbox = new MemoryOutbox();
  const draft = { statementId: "a", deleted: false, pending: null, turn: 1 };
  const acknowledged = { content: content(""), deleted: false, revision: 1 };
  outbox.orphans = ["one", "two"].map((note) => ({ ...draft, acknowledged, content: content(note) }));
  const { sent, words } = await harness([stored(1, "")], outbox);
  expect([sent.length, words()]).toEqual([1, "Saving 2"]);
  await sent[0]?.end({ kind: "saved", statement: stored(2, "one") });
  expect(sent[1]?.change).toMatchObject({ kind: "update", revision: 1, content: { note: "two" } });
  await sent[1]?.end({ kind: "stale", current: { statement: stored(2, "one"), deleted: false } });
  expect(words()).toBe("Conflict: 1 statement changed elsewhere");
});

test("sends although nothing can be kept, says why, and keeps again when it can", async () => {
  const outbox = new MemoryOutbox();
  outbox.failure = new Error("quota");
  const { saver, sent, words } = await harness([stored(1, "")], outbox);
  expect(saver.getOutbox().failure).toBe("quota");
  saver.apply((queue) => editStatement(queue, "a", content("one")));
  await settle();
  await sent[0]?.end({ kind: "unreachable", signedOut: false });
  expect(words()).toBe("Offline: 1 unsent change, on this page only");
  outbox.failure = null;
  saver.apply((queue) => editStatement(queue, "a", content("two")));
  await settle();
  expect([saver.getOutbox().failure, outbox.drafts.size]).toEqual([null, 1]);
  expect(words()).toBe("Offline: 1 unsent change is kept in this browser");
});

test("a storage that never answers is a failure too, and holds up no change", async () => {
  const outbox = new MemoryOutbox();
  outbox.adopt = () => new Promise(() => {});
  const { saver, sent, ring } = await harness([stored(1, "")], outbox);
  saver.apply((queue) => editStatement(queue, "a", content("one")));
  await settle();
  expect(sent).toEqual([]);
  ring();
  await settle();
  expect([sent.length, saver.getOutbox().failure]).toEqual([1, "The browser's storage does not answer."]);
});

test("left, it sends what it can and gives the rest up to the next opening", async () => {
  const { saver, outbox, sent, delays } = await harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("typed")), 350);
  saver.close();
  await settle();
  expect([sent.length, outbox.living]).toEqual([1, 1]);
  await sent[0]?.end({ kind: "unreachable", signedOut: false });
  expect([outbox.living, outbox.drafts.size, delays()]).toEqual([0, 1, []]);
});
