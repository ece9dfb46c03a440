import { operations } from "@/domain/contract/operations";
import { changeAgreementTarget } from "@/server/commands/change-agreement-target";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeAgreementTarget, ({ actor, params, body }) =>
  changeAgreementTarget(actor, params.projectId, body),
);
