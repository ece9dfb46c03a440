/**
 * Waits for a Web Lock and holds it until the returned function is called, also while still waiting. `onHeld` is called
 * once it is held; at once where the browser has no locks, as outside of secure origins.
 */
export function holdLock(names: readonly string[], onHeld: () => void): () => void {
  const manager = "locks" in navigator ? navigator.locks : null;
  const abort = new AbortController();
  if (!manager) onHeld();
  else void take(manager, names, onHeld, abort.signal);
  return () => abort.abort();
}

/** The first of the names that is free, or the last of them when its turn comes. */
async function take(manager: LockManager, names: readonly string[], onHeld: () => void, signal: AbortSignal) {
  const last = names.at(-1) ?? "";
  const hold = () => {
    if (signal.aborted) return;
    onHeld();
    return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  };
  try {
    for (const name of names.slice(0, -1)) {
      const held = await manager.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return false;
        await hold();
        return true;
      });
      if (held || signal.aborted) return;
    }
    await manager.request(last, { signal }, hold);
  } catch {
    // Called off, or a browser that refuses locks here: then nobody waits for anybody.
    if (!signal.aborted) onHeld();
  }
}
