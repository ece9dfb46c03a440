import type { Version } from "../take-version";

/**
 * Versions of statements that somebody is typing in just now: their words are not changed under the caret. They are
 * handed on when the focus leaves; what was typed until then meets them as a conflict.
 */
export class HeldVersions {
  readonly #held = new Map<string, Version>();

  constructor(private readonly take: (version: Version) => void) {}

  offer(version: Version): void {
    if (isTypingIn(version.statementId)) this.#held.set(version.statementId, version);
    else this.take(version);
  }

  /** Hands on what nobody types in any more; returns how to stop listening. */
  listen(): () => void {
    const abort = new AbortController();
    document.addEventListener("focusin", () => this.#release(), { signal: abort.signal });
    // Nothing else takes the focus when it just goes away.
    document.addEventListener("focusout", () => queueMicrotask(() => this.#release()), { signal: abort.signal });
    return () => abort.abort();
  }

  #release(): void {
    for (const [id, version] of this.#held) {
      if (isTypingIn(id)) continue;
      this.#held.delete(id);
      this.take(version);
    }
  }
}

function isTypingIn(statementId: string): boolean {
  const focused = document.activeElement;
  if (!focused?.matches("input:not([type=checkbox], [type=radio]), textarea")) return false;
  return focused.closest(`[data-statement-card="${CSS.escape(statementId)}"]`) !== null;
}
