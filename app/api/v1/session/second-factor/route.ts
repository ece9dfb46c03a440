import { operations } from "@/domain/contract/operations";
import { redeemSecondFactor } from "@/server/auth/second-factor";
import { handle } from "@/server/http";

export const POST = handle(operations.redeemSecondFactor, ({ body, request }) =>
  redeemSecondFactor({ ...body, headers: request.headers, now: new Date() }),
);
