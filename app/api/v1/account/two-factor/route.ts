import { operations } from "@/domain/contract/operations";
import { beginTwoFactor, confirmTwoFactor, getTwoFactor, turnOffTwoFactor } from "@/server/auth/two-factor";
import { handle } from "@/server/http";

export const GET = handle(operations.getTwoFactor, ({ actor }) => getTwoFactor(actor));

export const POST = handle(operations.beginTwoFactor, ({ actor }) => beginTwoFactor(actor));

export const PUT = handle(operations.confirmTwoFactor, ({ actor, body }) =>
  confirmTwoFactor(actor, body.code, new Date()),
);

export const DELETE = handle(operations.turnOffTwoFactor, async ({ actor, body }) => {
  await turnOffTwoFactor(actor, body.code, new Date());
  return undefined;
});
