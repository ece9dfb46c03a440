import type { Draft } from "@/components/annotate/draft";
import type { Outbox } from "@/components/annotate/outbox";

/** An outbox in memory that shows what it keeps, and can fail. */
export class MemoryOutbox implements Outbox {
  onLoss: (() => void) | null = null;
  readonly drafts = new Map<string, Draft>();
  /** What closed tabs left behind. */
  orphans: Draft[] = [];
  /** How many look after their drafts themselves. */
  living = 0;
  failure: Error | null = null;

  async hold() {
    this.living += 1;
    return () => {
      this.living -= 1;
    };
  }

  async adopt(take: (drafts: Draft[]) => readonly Draft[]) {
    if (this.failure) throw this.failure;
    const taken = take(this.orphans);
    this.orphans = this.orphans.filter((draft) => !taken.includes(draft));
    return this.orphans.length;
  }

  async write(put: readonly Draft[], remove: readonly string[]) {
    if (this.failure) throw this.failure;
    for (const id of remove) this.drafts.delete(id);
    for (const draft of put) this.drafts.set(draft.statementId, draft);
  }

  /** The tab is gone: what it kept waits for the next opening. */
  crash(): void {
    this.orphans.push(...this.drafts.values());
    this.drafts.clear();
  }
}
