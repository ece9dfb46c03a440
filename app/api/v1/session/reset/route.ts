import { operations } from "@/domain/contract/operations";
import { resetPassword } from "@/server/auth/reset-link";
import { handle } from "@/server/http";

export const POST = handle(operations.resetPassword, async ({ body }) => {
  await resetPassword({ ...body, now: new Date() });
  return undefined;
});
