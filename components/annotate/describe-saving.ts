import { countUnsaved, type Queue } from "./statement-queue";

export type SavingState = {
  tone: "saved" | "saving" | "trouble";
  words: string;
  /** What the person can do about it. */
  remedy: "none" | "sign_in" | "look";
};

/** The truth about saving, in words. "Saved" only when the server has acknowledged everything on the screen. */
export function describeSaving(queue: Queue): SavingState {
  const { unsaved, refused, conflicts } = countUnsaved(queue);
  if (unsaved === 0) return { tone: "saved", words: "Saved", remedy: "none" };
  if (conflicts > 0) {
    return { tone: "trouble", words: `Conflict: ${count(conflicts, "statement")} changed elsewhere`, remedy: "look" };
  }
  if (refused > 0) return { tone: "trouble", words: `Not saved: ${count(refused, "change")} refused`, remedy: "look" };
  if (queue.reach === "signed_out") {
    return { tone: "trouble", words: `Not saved: signed out, ${unsaved} unsent`, remedy: "sign_in" };
  }
  if (queue.reach === "unreachable") {
    return { tone: "trouble", words: `Not saved: offline, ${unsaved} unsent`, remedy: "none" };
  }
  return { tone: "saving", words: `Saving ${unsaved}`, remedy: "none" };
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
