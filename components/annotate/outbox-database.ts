/** Steps from each version of the database to the next. Add to them; what is there has run in people's browsers. */
export const outboxUpgrades: readonly ((database: IDBDatabase, upgrade: IDBTransaction) => void)[] = [
  (database) => {
    database.createObjectStore("drafts", { keyPath: ["userId", "assignmentId", "owner", "draft.statementId"] });
  },
];

const NAME = "sayso-outbox";

/**
 * Opens the outbox's database, made or upgraded as needed: nothing in it is lost by an upgrade. Rejects when the browser
 * has none or refuses, as some do in private windows, and when a newer version of this program upgraded it already.
 * `onLoss` is called when the browser takes an open one away with all that is in it.
 */
export function openOutboxDatabase(upgrades = outboxUpgrades, onLoss: () => void = () => {}): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, upgrades.length);
    opening.onupgradeneeded = ({ oldVersion }) => {
      const { result: database, transaction } = opening;
      if (transaction) for (const upgrade of upgrades.slice(oldVersion)) upgrade(database, transaction);
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      database.onversionchange = ({ newVersion }) => {
        // Another tab brings a newer version: in its way, this one would keep it from starting. Null: it is deleted.
        database.close();
        if (newVersion === null) onLoss();
      };
      database.onclose = onLoss;
      resolve(database);
    };
  });
}

/** Resolves when the transaction is on the disk. */
export function transactionEnd(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("Not written.", "AbortError"));
  });
}
