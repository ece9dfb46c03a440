import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import type { Draft } from "./draft";
import { openOutboxDatabase, outboxUpgrades, transactionEnd } from "./outbox-database";
import { OutboxStore } from "./outbox-store";

const [ada, bob] = ["ada", "bob"];
const [one, two] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];

const draft = (statementId: string, turn: number, note = ""): Draft => ({
  statementId,
  turn,
  content: { ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note },
  deleted: false,
  acknowledged: null,
  pending: null,
});

const living = new Set<string>();

function store(userId: string, owner: string, assignmentId = "assignment"): OutboxStore {
  const owners = {
    hold: async () => {
      living.add(owner);
      return () => living.delete(owner);
    },
    living: async () => living,
  };
  return new OutboxStore({ userId, assignmentId, owner }, owners);
}

/** Everything there is to adopt. */
async function adopt(from: OutboxStore): Promise<Draft[]> {
  let found: Draft[] = [];
  await from.adopt((drafts) => {
    found = drafts;
    return drafts;
  });
  return found;
}

beforeEach(() => {
  living.clear();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});

test("gives back what was written, in the order of the edits, once", async () => {
  const drafts = [draft(one, 2), draft(two, 1)];
  await store(ada, "1").write(drafts, []);
  expect(await adopt(store(ada, "2"))).toEqual([drafts[1], drafts[0]]);
  expect(await adopt(store(ada, "2"))).toEqual([]);
  expect(await adopt(store(ada, "3"))).toHaveLength(2);
});

test("forgets what was removed", async () => {
  const first = store(ada, "1");
  await first.write([draft(one, 1), draft(two, 2)], []);
  await first.write([draft(two, 3, "more")], [one]);
  expect(await adopt(store(ada, "2"))).toEqual([draft(two, 3, "more")]);
});

test("shows nothing of another user or assignment", async () => {
  await store(ada, "1").write([draft(one, 1)], []);
  expect(await adopt(store(bob, "2"))).toEqual([]);
  expect(await adopt(store(ada, "2", "another"))).toEqual([]);
  expect(await adopt(store(ada, "2"))).toHaveLength(1);
});

test("leaves the drafts of open tabs to them", async () => {
  const open = store(ada, "1");
  const letGo = await open.hold();
  await open.write([draft(one, 1)], []);
  expect(await adopt(store(ada, "2"))).toEqual([]);
  letGo();
  expect(await adopt(store(ada, "2"))).toHaveLength(1);
});

test("keeps what is not taken, and counts it", async () => {
  await store(ada, "1").write([draft(one, 1, "first")], []);
  await store(ada, "2").write([draft(one, 1, "second")], []);
  expect(await store(ada, "3").adopt(([first]) => (first ? [first] : []))).toBe(1);
  expect(await adopt(store(ada, "3"))).toEqual([draft(one, 1, "second")]);
});

test("leaves what this version cannot read where it is", async () => {
  const strange = { ...draft(one, 1), content: { newer: true } } as unknown as Draft;
  await store(ada, "1").write([strange, draft(two, 2)], []);
  expect(await adopt(store(ada, "2"))).toEqual([draft(two, 2)]);
  const database = await openOutboxDatabase();
  const reading = database.transaction("drafts");
  const count = reading.objectStore("drafts").count();
  await transactionEnd(reading);
  expect(count.result).toBe(2);
});

test("rejects when the browser opens no database, and works once it does", async () => {
  const working = indexedDB;
  const denied = new DOMException("denied", "SecurityError");
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw denied;
    },
  });
  const place = store(ada, "1");
  await expect(place.write([draft(one, 1)], [])).rejects.toBe(denied);
  vi.stubGlobal("indexedDB", working);
  await place.write([draft(one, 1)], []);
  expect(await adopt(store(ada, "2"))).toHaveLength(1);
});

test("an upgrade carries over what is kept; an older version then keeps nothing and says so", async () => {
  const place = store(ada, "1");
  await place.write([draft(one, 1)], []);
  const upgraded = await openOutboxDatabase([
    ...outboxUpgrades,
    (database, upgrade) => {
      database.createObjectStore("more");
      const rows = upgrade.objectStore("drafts").getAll();
      rows.onsuccess = () => expect(rows.result).toMatchObject([{ userId: ada, draft: draft(one, 1) }]);
    },
  ]);
  expect([...upgraded.objectStoreNames]).toEqual(["drafts", "more"]);
  const reading = upgraded.transaction("drafts");
  const count = reading.objectStore("drafts").count();
  await transactionEnd(reading);
  expect(count.result).toBe(1);
  await expect(place.write([draft(two, 2)], [])).rejects.toThrow();
  await expect(place.write([draft(two, 2)], [])).rejects.toMatchObject({ name: "VersionError" });
});
