import { operations } from "@/domain/contract/operations";
import { endOtherSessions, listSessions } from "@/server/auth/own-sessions";
import { handle } from "@/server/http";

export const GET = handle(operations.listSessions, ({ actor }) => listSessions(actor, new Date()));

export const DELETE = handle(operations.endOtherSessions, async ({ actor }) => {
  await endOtherSessions(actor);
  return undefined;
});
