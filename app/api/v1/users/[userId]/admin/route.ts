import { operations } from "@/domain/contract/operations";
import { changeAdmin } from "@/server/commands/users/change-user";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeAdmin, ({ actor, params, body }) =>
  changeAdmin(actor, { ...params, ...body, now: new Date() }),
);
