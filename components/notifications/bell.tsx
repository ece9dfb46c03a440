"use client";
import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { useTold } from "./use-told";
import { useUnread } from "./use-unread";

interface BellProps {
  userId: string;
  /** What they had not read when the page was made. */
  initial: number;
}

/** Leads to what the reader is told of, and says how much of it is new, as it happens. */
export function Bell({ userId, initial }: BellProps) {
  useTold(userId);
  const unread = useUnread(initial);
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
