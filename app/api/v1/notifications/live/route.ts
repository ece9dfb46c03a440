import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { streamTold } from "@/server/notifications/stream-told";

export const GET = handle(operations.streamNotifications, async ({ actor, request }) => streamTold(actor, request));
