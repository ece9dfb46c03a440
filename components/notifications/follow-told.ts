import { holdLock } from "@/components/live/hold-lock";
import type { ToldCounts } from "@/domain/contract/notifications";
import { toldChannel } from "./told-channel";

/**
 * Reads the server's stream of what somebody is told of, in one tab of those that are looked at, and hands it on to the
 * others. Returns how to stop that.
 */
export function followTold(userId: string, onTold: (counts: ToldCounts) => void): () => void {
  const name = toldChannel(userId);
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  let close = () => {};

  function open(): () => void {
    let stream: EventSource | null = null;
    const leave = holdLock([name], () => {
      stream = new EventSource("/api/v1/notifications/live");
      stream.addEventListener("told", ({ data }: MessageEvent<string>) => {
        const counts = JSON.parse(data) as ToldCounts;
        onTold(counts);
        channel?.postMessage(counts);
      });
    });
    return () => {
      stream?.close();
      leave();
    };
  }

  // A tab that nobody looks at keeps no connection; whoever holds the stream next is told the counts as they are.
  function look(): void {
    close();
    close = document.visibilityState === "visible" ? open() : () => {};
  }

  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    close();
    channel?.close();
  };
}
