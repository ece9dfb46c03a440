import { operations } from "@/domain/contract/operations";
import { endUserSessions } from "@/server/commands/users/change-user";
import { handle } from "@/server/http";

export const DELETE = handle(operations.endUserSessions, async ({ actor, params }) => {
  await endUserSessions(actor, { ...params, now: new Date() });
  return undefined;
});
