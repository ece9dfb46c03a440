import { operations } from "@/domain/contract/operations";
import { requestReset } from "@/server/auth/forgotten-password";
import { handle } from "@/server/http";

export const POST = handle(operations.requestReset, async ({ body }) => {
  requestReset(body.email, new Date());
  return undefined;
});
