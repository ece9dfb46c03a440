import type { AssignedReading } from "@/domain/contract/assignments";

/** What is to happen to a cell of the table, by its key. */
export type Pending = ReadonlyMap<string, "give" | "withdraw">;

export const cellKey = (documentId: string, userId: string) => `${documentId} ${userId}`;

/** What a press on a cell would do: nothing to a finished reading, or to somebody who is no member any more and has nothing. */
export function changeOf(reading: AssignedReading | undefined, isMember: boolean): "give" | "withdraw" | null {
  if (reading && !reading.withdrawn) return reading.state === "submitted" ? null : "withdraw";
  return isMember ? "give" : null;
}

/** The body of what is pending. */
export function toChanges(pending: Pending, readings: ReadonlyMap<string, AssignedReading>) {
  const give = [];
  const withdraw = [];
  for (const [key, change] of pending) {
    const [documentId = "", userId = ""] = key.split(" ");
    const reading = readings.get(key);
    if (change === "give") give.push({ documentId, userId });
    else if (reading) withdraw.push(reading.id);
  }
  return { give, withdraw };
}
