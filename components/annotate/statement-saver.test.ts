import { expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { describeSaving } from "./describe-saving";
import { addStatement, type Change, editStatement, type Outcome } from "./statement-queue";
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

/** A saver whose sends end when the test says so and whose timers run when the test says so. */
function harness(statements: Statement[] = []) {
  const sent: { change: Change; end: (outcome: Outcome) => Promise<void> }[] = [];
  const timers = new Set<{ run: () => void; delayMs: number }>();
  let last = 0;
  const saver = new StatementSaver({
    statements,
    newId: () => `operation-${++last}`,
    send: (change) =>
      new Promise((resolve) => {
        const end = async (outcome: Outcome) => {
          resolve(outcome);
          await Promise.resolve();
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
  const words = () => describeSaving(saver.getQueue()).words;
  return { saver, sent, delays, ring, words };
}

test("sends a change at once, the next one only after the answer", async () => {
  const { saver, sent, words } = harness();
  saver.apply((queue) => addStatement(queue, "a", content("one")));
  saver.apply((queue) => editStatement(queue, "a", content("two")));
  expect(sent.map(({ change }) => change.kind)).toEqual(["create"]);
  await sent[0]?.end({ kind: "saved", statement: stored(1, "one") });
  expect(sent.map(({ change }) => change.kind)).toEqual(["create", "update"]);
  expect(words()).toBe("Saving 1");
  await sent[1]?.end({ kind: "saved", statement: stored(2, "two") });
  expect(words()).toBe("Saved");
});

test("waits for a pause in typing, and counts as unsaved meanwhile", () => {
  const { saver, sent, delays, ring, words } = harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("t")), 350);
  saver.apply((queue) => editStatement(queue, "a", content("ty")), 350);
  expect([sent.length, delays(), words()]).toEqual([0, [350], "Saving 1"]);
  ring();
  expect(sent.map(({ change }) => "content" in change && change.content.note)).toEqual(["ty"]);
});

test("does not wait when the focus leaves the text", () => {
  const { saver, sent, delays } = harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("typed")), 350);
  saver.flush();
  expect([sent.length, delays()]).toEqual([1, []]);
});

test("tries again by itself, ever more patiently, and at once when told", async () => {
  const { saver, sent, delays, ring, words } = harness([stored(1, "")]);
  saver.apply((queue) => editStatement(queue, "a", content("one")));
  await sent[0]?.end({ kind: "unreachable", signedOut: false });
  expect([delays(), words()]).toEqual([[1000], "Not saved: offline, 1 unsent"]);
  saver.apply((queue) => editStatement(queue, "a", content("two")));
  expect(sent).toHaveLength(1);
  ring();
  expect(sent[1]?.change).toEqual(sent[0]?.change);
  await sent[1]?.end({ kind: "unreachable", signedOut: true });
  expect([delays(), words()]).toEqual([[2000], "Not saved: signed out, 1 unsent"]);
  saver.sendNow();
  expect(delays()).toEqual([]);
  await sent[2]?.end({ kind: "saved", statement: stored(2, "one") });
  await sent[3]?.end({ kind: "saved", statement: stored(3, "two") });
  expect(words()).toBe("Saved");
});

test("does not take over an answer that an edit has overtaken", async () => {
  const { saver } = harness([stored(1, "one")]);
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
  const { saver } = harness([stored(1, "one")]);
  await saver.refresh(async () => ({ statements: [stored(2, "elsewhere")] }));
  expect(saver.getQueue().entries.get("a")?.content.note).toBe("elsewhere");
});
