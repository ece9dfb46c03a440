"use client";
import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { MENTIONS_KEY } from "@/components/discussion/mentions-key";
import { whenIdle } from "@/components/ui/when-idle";
import type { ToldCounts } from "@/domain/contract/notifications";
import { NOTIFICATIONS_KEY } from "./notifications-key";
import { toldChannel } from "./told-channel";

/** The first look after a page is there, milliseconds at most. */
const SOON = 2_000;

/**
 * Keeps the numbers beside the account as they are on the server. The annotate screen has a stream already, which tells them
 * too; elsewhere one is opened, by script that is fetched for it.
 */
export function useTold(userId: string): void {
  const client = useQueryClient();
  const hasStream = usePathname().startsWith("/annotate/");
  useEffect(() => {
    const take = ({ unread, mentions }: ToldCounts) => {
      client.setQueryData(NOTIFICATIONS_KEY, unread);
      client.setQueryData(MENTIONS_KEY, mentions);
    };
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(toldChannel(userId));
    if (channel) channel.onmessage = ({ data }: MessageEvent<ToldCounts>) => take(data);
    let isOver = false;
    let stop = () => {};
    const cancel = hasStream ? () => {} : whenIdle(() => void start(), SOON);

    async function start(): Promise<void> {
      // Offline, say: the numbers are looked up again when the window is looked at.
      const part = await import("./follow-told").catch(() => null);
      if (!isOver && part) stop = part.followTold(userId, take);
    }

    return () => {
      isOver = true;
      cancel();
      stop();
      channel?.close();
    };
  }, [client, userId, hasStream]);
}
