"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { useToast } from "@/components/ui/toast";
import { useLatest } from "@/components/ui/use-latest";
import type { NotificationList, NotificationSeen } from "@/domain/contract/notifications";
import { NOTIFICATIONS_KEY } from "./notifications-key";
import { addressOf, sayNotification } from "./say-notification";
import { useUnread } from "./use-unread";

interface NotificationsScreenProps {
  items: readonly NotificationSeen[];
  /** How many there were that had not been read, also older ones. */
  unread: number;
}

/** What the reader is told of, the latest first. */
export function NotificationsScreen({ items, unread: count }: NotificationsScreenProps) {
  const { mutate: read, isPending } = useReading();
  useLatestList(count);
  const unread = items.flatMap((item) => (item.read ? [] : item.id));
  return (
    <>
      <PageHeader
        title="Notifications"
        description={
          <>
            Articles that were given to you, days that draw near, and what else concerns you. Comments that name you are
            under{" "}
            <Link href="/mentions" className="underline underline-offset-2">
              Mentions
            </Link>
            .
          </>
        }
        actions={
          unread.length > 0 && (
            <Button busy={isPending} onClick={() => read(unread)}>
              Mark all as read
            </Button>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState title="Nothing yet">You are told here when somebody gives you articles to read.</EmptyState>
      ) : (
        <ul className="divide-y divide-border border-b">
          {items.map((item) => (
            <NotificationLine key={item.id} item={item} onOpen={() => item.read || read([item.id])} />
          ))}
        </ul>
      )}
    </>
  );
}

function NotificationLine({ item, onOpen }: { item: NotificationSeen; onOpen: () => void }) {
  return (
    <li className="flex items-start gap-4 py-4">
      <div className="min-w-0 flex-1">
        <p className={cn("[overflow-wrap:anywhere]", !item.read && "font-medium")}>
          <Link href={addressOf(item) as never} onClick={onOpen} className="hover:underline">
            {sayNotification(item)}
          </Link>
        </p>
        <p className="mt-1 text-sm text-text-muted [overflow-wrap:anywhere]">
          <bdi>{item.project.name}</bdi>, <Moment at={item.at} />
        </p>
      </div>
      {!item.read && <Badge tone="accent">New</Badge>}
    </li>
  );
}

/** Reads the page anew when the bell learns of another number. */
function useLatestList(count: number): void {
  const router = useRouter();
  const told = useUnread(count);
  const shown = useLatest(count);
  useEffect(() => {
    if (told !== shown.current) router.refresh();
  }, [told, router, shown]);
}

function useReading() {
  const router = useRouter();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (ids: readonly string[]) => api.put<NotificationList>("/notifications/read", { ids }),
    onSuccess: ({ unread }) => {
      client.setQueryData(NOTIFICATIONS_KEY, unread);
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "danger", title: "They stay new", description: messageOf(error) }),
  });
}
