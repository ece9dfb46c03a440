import { operations } from "@/domain/contract/operations";
import { changeAgreementTarget } from "@/server/commands/change-agreement-target";
import { handle } from "@/server/http";
import { getAgreementTarget } from "@/server/queries/agreement/get-agreement-target";

export const GET = handle(operations.getAgreementTarget, ({ actor, params }) =>
  getAgreementTarget(actor, params.projectId),
);

export const PUT = handle(operations.changeAgreementTarget, ({ actor, params, body }) =>
  changeAgreementTarget(actor, params.projectId, body),
);
