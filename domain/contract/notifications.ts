import * as z from "zod";

/** What somebody is told of. */
export const NotificationKind = z.enum([
  /** Articles were given to them to read. */
  "assigned",
  /** Readings are due in two days or sooner. */
  "deadline",
  /** Somebody they manage a project with joined it. */
  "joined",
  /** Their role in a project changed. */
  "role",
  /** An annotator answered a ruling of theirs. */
  "answered",
  "export_ready",
  "export_failed",
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** Beside what a notification is of. */
export const NotificationDetail = z.object({
  /** Of articles: how many. */
  count: z.int().optional(),
  /** ISO date. */
  dueOn: z.iso.date().nullable().optional(),
  role: z.string().optional(),
});

export const NotificationSeen = z.object({
  id: z.string(),
  kind: NotificationKind,
  at: z.iso.datetime(),
  read: z.boolean(),
  project: z.object({ id: z.uuid(), name: z.string() }),
  document: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  detail: NotificationDetail,
});
export type NotificationSeen = z.infer<typeof NotificationSeen>;

/** GET /notifications: one's own, the latest first, at most 100. */
export const NotificationList = z.object({ items: z.array(NotificationSeen), unread: z.int() });
export type NotificationList = z.infer<typeof NotificationList>;

/** Body of PUT /notifications/read. */
export const NotificationsRead = z.object({ ids: z.array(z.string().max(200)).max(500) });

/** How much somebody is told of and has not read: event `told` of GET /notifications/live, and of an assignment's changes. */
export const ToldCounts = z.object({ unread: z.int(), mentions: z.int() });
export type ToldCounts = z.infer<typeof ToldCounts>;
