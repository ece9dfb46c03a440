import { operations } from "@/domain/contract/operations";
import { createResetLink } from "@/server/commands/users/change-user";
import { handle } from "@/server/http";

export const POST = handle(operations.createResetLink, ({ actor, params }) =>
  createResetLink(actor, { ...params, now: new Date() }),
);
