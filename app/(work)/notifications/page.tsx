import type { Metadata } from "next";
import { NotificationsScreen } from "@/components/notifications/notifications-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { listNotifications } from "@/server/notifications/list-notifications";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const actor = await requirePageActor();
  const { items, unread } = await listNotifications(actor);
  return (
    <Page className="max-w-3xl">
      <NotificationsScreen items={items} unread={unread} />
    </Page>
  );
}
