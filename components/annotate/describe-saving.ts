import type { OutboxState } from "./outbox-mirror";
import { countUnsaved, type Queue } from "./statement-queue";

export type SavingState = {
  tone: "saved" | "saving" | "trouble";
  words: string;
  /** What the person can do about it. */
  remedy: "none" | "sign_in" | "look";
};

/** The truth about saving, in words. "Saved" only when the server has acknowledged everything there is, and nothing more is about to come. */
export function describeSaving(queue: Queue, outbox: OutboxState, isExpecting = false): SavingState {
  const { unsaved: unsettled, refused, conflicts } = countUnsaved(queue);
  const unsaved = unsettled + outbox.leftBehind;
  if (unsaved === 0) {
    // Acknowledged, and about to leave the outbox; an outbox that has failed says nothing about the server.
    const leaving = outbox.failure === null ? outbox.kept : 0;
    const coming = leaving + Number(isExpecting);
    if (coming > 0) return { tone: "saving", words: `Saving ${coming}`, remedy: "none" };
    if (!outbox.isRead && outbox.failure === null) return { tone: "saving", words: "Opening", remedy: "none" };
    return { tone: "saved", words: "Saved", remedy: "none" };
  }
  if (conflicts > 0) {
    return { tone: "trouble", words: `Conflict: ${count(conflicts, "statement")} changed elsewhere`, remedy: "look" };
  }
  if (refused > 0) return { tone: "trouble", words: `Not saved: ${count(refused, "change")} refused`, remedy: "look" };
  if (queue.reach === "signed_out") {
    return { tone: "trouble", words: `Signed out: ${whereUnsent(unsaved, outbox)}`, remedy: "sign_in" };
  }
  if (queue.reach === "unreachable") {
    return { tone: "trouble", words: `Offline: ${whereUnsent(unsaved, outbox)}`, remedy: "none" };
  }
  return { tone: "saving", words: `Saving ${unsaved}`, remedy: "none" };
}

function whereUnsent(unsaved: number, { failure, memoryOnly }: OutboxState): string {
  const changes = count(unsaved, "unsent change");
  if (failure !== null || memoryOnly > 0) return `${changes}, on this page only`;
  return `${changes} ${unsaved === 1 ? "is" : "are"} kept in this browser`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
