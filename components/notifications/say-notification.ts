import { formatDay } from "@/components/ui/format-day";
import type { NotificationSeen } from "@/domain/contract/notifications";

/** A notification as a sentence. */
export function sayNotification({ kind, document, detail }: NotificationSeen): string {
  const { count = 1, dueOn, role } = detail;
  const articles = document ? `“${document.title}”` : count === 1 ? "an article" : `${count} articles`;
  switch (kind) {
    case "assigned":
      return `You are to read ${articles}${dueOn ? `, by ${formatDay(dueOn)}` : ""}`;
    case "deadline":
      return `${document ? articles : `${count} of your readings`} ${document || count === 1 ? "is" : "are"} due on ${formatDay(dueOn ?? "")}`;
    case "joined":
      return `Somebody joined as ${role ?? "a member"}`;
    case "role":
      return `You are ${role ?? "a member"} now`;
    case "answered":
      return `An annotator answered a ruling of yours${document ? ` on “${document.title}”` : ""}`;
    case "export_ready":
      return "An export of yours is ready";
    case "export_failed":
      return "An export of yours failed";
  }
}

/** The page a notification leads to. */
export function addressOf({ kind, project, document }: NotificationSeen): string {
  const of = `?project=${project.id}`;
  switch (kind) {
    case "joined":
      return `/members${of}`;
    case "answered":
      return document ? `/review/${document.id}` : `/review${of}`;
    case "export_ready":
    case "export_failed":
      return `/export${of}`;
    default:
      return `/${of}`;
  }
}
