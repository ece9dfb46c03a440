"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { api } from "@/components/api-client";
import { buttonStyles } from "@/components/ui/button-styles";
import type { NotificationList } from "@/domain/contract/notifications";
import { NOTIFICATIONS_KEY } from "./notifications-key";

/** Who is told of something elsewhere learns of it without reloading. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

/** Leads to what the reader is told of, and says how much of it is new. */
export function Bell({ initial }: { initial: number }) {
  const { data: unread } = useQuery({
    queryKey: NOTIFICATIONS_KEY,
    queryFn: async () => (await api.get<NotificationList>("/notifications")).unread,
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const says = unread === 1 ? "1 new notification" : `${unread} new notifications`;
  return (
    <>
      <Link
        href="/notifications"
        aria-label={unread > 0 ? `Notifications, ${unread} new` : "Notifications"}
        className={buttonStyles({ variant: "quiet", className: "px-2" })}
      >
        <BellIcon aria-hidden className={unread > 0 ? "size-4 text-accent" : "size-4"} />
        {unread > 0 && <span className="font-semibold text-accent tabular-nums">{unread > 99 ? "99+" : unread}</span>}
      </Link>
      <span role="status" className="sr-only">
        {unread > initial && says}
      </span>
    </>
  );
}
