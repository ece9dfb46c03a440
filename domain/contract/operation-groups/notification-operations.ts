import { NotificationList, NotificationsRead } from "../notifications";
import type { Operation } from "./operation";

/** What the caller is told of. */
export const notificationOperations = {
  listNotifications: {
    method: "get",
    path: "/notifications",
    tag: "Notifications",
    summary: "What I am told of, the latest first",
    answer: NotificationList,
  },
  streamNotifications: {
    method: "get",
    path: "/notifications/live",
    tag: "Notifications",
    summary: "How many notifications and mentions are new, now and whenever that changes, as server-sent events",
    files: ["text/event-stream"],
    keyScope: null,
  },
  readNotifications: {
    method: "put",
    path: "/notifications/read",
    tag: "Notifications",
    summary: "Mark notifications of mine as read",
    body: NotificationsRead,
    answer: NotificationList,
  },
} as const satisfies Record<string, Operation>;
