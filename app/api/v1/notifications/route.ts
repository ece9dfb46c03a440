import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listNotifications } from "@/server/notifications/list-notifications";

export const GET = handle(operations.listNotifications, ({ actor }) => listNotifications(actor));
