"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import type { NotificationList } from "@/domain/contract/notifications";
import { NOTIFICATIONS_KEY } from "./notifications-key";

/** How much of what the reader is told of they have not read: as the page had it, then as the server tells (useTold). */
export function useUnread(initial: number): number {
  const { data } = useQuery({
    queryKey: NOTIFICATIONS_KEY,
    queryFn: async () => (await api.get<NotificationList>("/notifications")).unread,
    initialData: initial,
  });
  return data;
}
