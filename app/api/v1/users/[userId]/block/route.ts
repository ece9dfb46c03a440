import { operations } from "@/domain/contract/operations";
import { changeBlock } from "@/server/commands/users/change-user";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeBlock, ({ actor, params, body }) =>
  changeBlock(actor, { ...params, ...body, now: new Date() }),
);
