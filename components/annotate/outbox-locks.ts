/*
 * Web Locks end with their tab, however it ends. Browsers give them to secure origins only; without them every other
 * tab counts as closed and nobody waits for anybody. That is harmless: an operation sent twice happens once, and one
 * made on an older revision becomes a conflict.
 */

const OWNER = "sayso-outbox-owner:";

function locks(): LockManager | null {
  return "locks" in navigator ? navigator.locks : null;
}

export const outboxOwners = {
  /** Says, until the returned function is called or the tab is gone, that `owner` looks after its own drafts. */
  async hold(owner: string): Promise<() => void> {
    const manager = locks();
    if (!manager) return () => {};
    return new Promise((resolve, reject) => {
      const held = manager.request(OWNER + owner, () => new Promise<void>((release) => resolve(release)));
      held.catch(reject);
    });
  },

  async living(): Promise<Set<string>> {
    const held = (await locks()?.query())?.held ?? [];
    const names = held.map((lock) => lock.name ?? "").filter((name) => name.startsWith(OWNER));
    return new Set(names.map((name) => name.slice(OWNER.length)));
  },
};

/** Runs `send` when no other tab of this browser is sending for the same user. */
export async function asOnlySender<T>(userId: string, send: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager ? manager.request(`sayso-outbox-sender:${userId}`, send) : send();
}
