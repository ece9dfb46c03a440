import { operations } from "@/domain/contract/operations";
import { takeTwoFactor } from "@/server/commands/users/change-user";
import { handle } from "@/server/http";

export const DELETE = handle(operations.removeTwoFactor, async ({ actor, params }) => {
  await takeTwoFactor(actor, { ...params, now: new Date() });
  return undefined;
});
