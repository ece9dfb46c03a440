import { operations } from "@/domain/contract/operations";
import { changeTwoFactorRule } from "@/server/commands/change-two-factor-rule";
import { handle } from "@/server/http";
import { getTwoFactorRule } from "@/server/queries/get-two-factor-rule";

export const GET = handle(operations.getTwoFactorRule, ({ actor, params }) =>
  getTwoFactorRule(actor, params.projectId),
);

export const PUT = handle(operations.changeTwoFactorRule, ({ actor, params, body }) =>
  changeTwoFactorRule(actor, params.projectId, body),
);
