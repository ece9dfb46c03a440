import type { Draft } from "./draft";
import { isDraft } from "./is-draft";
import type { Outbox } from "./outbox";
import { openOutboxDatabase, outboxUpgrades, transactionEnd } from "./outbox-database";

/** Whose drafts: another user or assignment never sees them. `owner` names the tab, or one opening of the screen in it. */
export type OutboxPlace = { userId: string; assignmentId: string; owner: string };

type Row = OutboxPlace & { draft: Draft };

/** Which owners still look after their drafts themselves. */
type Owners = { hold: (owner: string) => Promise<() => void>; living: () => Promise<ReadonlySet<string>> };

/** The outbox in IndexedDB. */
export class OutboxStore implements Outbox {
  onLoss: (() => void) | null = null;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(
    private readonly place: OutboxPlace,
    private readonly owners: Owners,
  ) {}

  hold(): Promise<() => void> {
    return this.owners.hold(this.place.owner);
  }

  async adopt(take: (drafts: Draft[]) => readonly Draft[]): Promise<number> {
    // An owner that is gone never comes back, so what was true before the transaction is true in it.
    const living = await this.owners.living();
    const transaction = await this.#begin();
    const drafts = transaction.objectStore("drafts");
    const { userId, assignmentId, owner } = this.place;
    const all: IDBRequest<Row[]> = drafts.getAll(IDBKeyRange.bound([userId, assignmentId], [userId, assignmentId, []]));
    let left = 0;
    let cause: unknown = null;
    all.onsuccess = () => {
      try {
        left = this.#move(
          drafts,
          all.result.filter((row) => row.owner !== owner && !living.has(row.owner)),
          take,
        );
      } catch (error) {
        // Thrown on, it would be nobody's.
        cause = error;
        transaction.abort();
      }
    };
    await transactionEnd(transaction).catch((error: unknown) => {
      throw cause ?? error;
    });
    return left;
  }

  /** Makes the orphans that are taken this owner's; returns how many stay behind. */
  #move(drafts: IDBObjectStore, orphans: readonly Row[], take: (drafts: Draft[]) => readonly Draft[]): number {
    const { userId, assignmentId, owner } = this.place;
    // One that this version cannot read stays for one that can.
    const readable = orphans.filter((row) => isDraft(row.draft));
    // Owners are named in the order of time.
    readable.sort((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : a.draft.turn - b.draft.turn));
    const taken = new Set(take(readable.map((row) => row.draft)));
    for (const row of readable.filter(({ draft }) => taken.has(draft))) {
      drafts.delete([userId, assignmentId, row.owner, row.draft.statementId]);
      drafts.put({ ...row, owner });
    }
    return readable.length - taken.size;
  }

  async write(put: readonly Draft[], remove: readonly string[]): Promise<void> {
    const transaction = await this.#begin();
    const drafts = transaction.objectStore("drafts");
    const { userId, assignmentId, owner } = this.place;
    for (const statementId of remove) drafts.delete([userId, assignmentId, owner, statementId]);
    for (const draft of put) drafts.put({ ...this.place, draft } satisfies Row);
    await transactionEnd(transaction);
  }

  async #begin(): Promise<IDBTransaction> {
    this.#opening ??= openOutboxDatabase(outboxUpgrades, () => {
      this.#opening = null;
      this.onLoss?.();
    });
    try {
      // "strict": on the disk, not only on its way there, before anybody is told that it is kept.
      return (await this.#opening).transaction("drafts", "readwrite", { durability: "strict" });
    } catch (error) {
      // Perhaps it opens the next time.
      this.#opening = null;
      throw error;
    }
  }
}
