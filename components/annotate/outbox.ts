import type { Draft } from "./draft";

/** Where unsent edits are kept in this browser. Every method rejects when the browser cannot keep or give them. */
export interface Outbox {
  /** Called when everything that was kept is gone, as when the person clears the site's data. */
  onLoss: (() => void) | null;
  /** Says that this tab looks after its drafts itself, until the returned function is called or the tab is gone. */
  hold(): Promise<() => void>;
  /**
   * Hands over what closed tabs left behind, in the order it was made. `take` says at once which drafts it takes;
   * those are this tab's from then on. Resolves with the number of those that stay behind.
   */
  adopt(take: (drafts: Draft[]) => readonly Draft[]): Promise<number>;
  /** All of it or nothing; on the disk when it resolves. */
  write(put: readonly Draft[], remove: readonly string[]): Promise<void>;
}
