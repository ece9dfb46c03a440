import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { readNotifications } from "@/server/notifications/list-notifications";

export const PUT = handle(operations.readNotifications, ({ actor, body }) =>
  readNotifications(actor, body.ids, new Date()),
);
