import { IDBFactory, IDBObjectStore } from "fake-indexeddb";

/** What a browser's storage does to a page. */
export const storageFaults = [
  /** No IndexedDB at all. */
  "absent",
  /** Opening throws, as in a private window. */
  "insecure",
  /** Opening ends in an error. */
  "refused",
  /** Opening never ends, as behind an old tab that does not let an upgrade through. */
  "silent",
  /** No room for a row. */
  "quota",
  /** Rows are taken, and the transaction is given up in the middle. */
  "aborted",
] as const;
export type StorageFault = (typeof storageFaults)[number];

/** IndexedDB in memory that fails as it is told to, in the same way until told otherwise. */
export class FaultyStorage {
  fault: StorageFault | null = null;
  readonly #factory = new IDBFactory();
  readonly #put = IDBObjectStore.prototype.put;

  /** Takes the place of the browser's IndexedDB; returns how to give it back. */
  install(): () => void {
    const { indexedDB } = globalThis;
    const storage = this;
    Object.defineProperty(globalThis, "indexedDB", { configurable: true, get: () => storage.#current() });
    IDBObjectStore.prototype.put = function put(this: globalThis.IDBObjectStore, ...row) {
      if (storage.fault === "quota") throw new DOMException("No room.", "QuotaExceededError");
      const request = storage.#put.apply(this, row);
      if (storage.fault === "aborted") this.transaction.abort();
      return request;
    };
    return () => {
      IDBObjectStore.prototype.put = this.#put;
      Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: indexedDB });
    };
  }

  /** As the person clears the site's data. */
  async deleteDatabase(): Promise<void> {
    const deleting = this.#factory.deleteDatabase("sayso-outbox");
    await new Promise((resolve) => deleting.addEventListener("success", resolve));
  }

  /** Everything that is kept, read past the faults. */
  async rows(): Promise<{ owner: string; draft: { statementId: string } }[]> {
    const opening = this.#factory.open("sayso-outbox");
    // Nobody has opened it yet: left as it was.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    await new Promise((resolve) => {
      opening.addEventListener("success", resolve);
      opening.addEventListener("error", resolve);
    });
    if (opening.error) return [];
    const database = opening.result;
    const reading = database.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((resolve) => reading.addEventListener("success", resolve));
    database.close();
    return reading.result;
  }

  #current(): globalThis.IDBFactory | undefined {
    const factory = this.#factory as unknown as globalThis.IDBFactory;
    switch (this.fault) {
      case "absent":
        return undefined;
      case "insecure":
        return Object.assign(Object.create(factory), {
          open: () => {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      case "refused":
        return Object.assign(Object.create(factory), {
          open: () => {
            const request = { error: new DOMException("Cannot open.", "UnknownError"), onerror: () => {} };
            setImmediate(() => request.onerror());
            return request;
          },
        });
      case "silent":
        return Object.assign(Object.create(factory), { open: () => ({}) });
      default:
        return factory;
    }
  }
}
