/**
 * Runs something in a pause of the browser's work, after `atMostMs` at the latest; where browsers do not tell of their
 * pauses, soon. Returns what cancels it.
 */
export function whenIdle(run: () => void, atMostMs: number): () => void {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback(run, { timeout: atMostMs });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, Math.min(50, atMostMs));
  return () => clearTimeout(timer);
}
