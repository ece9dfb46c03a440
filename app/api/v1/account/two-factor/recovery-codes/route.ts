import { operations } from "@/domain/contract/operations";
import { renewRecoveryCodes } from "@/server/auth/two-factor";
import { handle } from "@/server/http";

export const POST = handle(operations.renewRecoveryCodes, ({ actor, body }) =>
  renewRecoveryCodes(actor, body.code, new Date()),
);
