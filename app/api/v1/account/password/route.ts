import { operations } from "@/domain/contract/operations";
import { changePassword } from "@/server/auth/change-password";
import { handle } from "@/server/http";

export const PUT = handle(operations.changePassword, ({ actor, body, request }) =>
  changePassword({ ...body, actor, headers: request.headers, now: new Date() }),
);
