import { operations } from "@/domain/contract/operations";
import { dismissSuggestion, withdrawDismissal } from "@/server/commands/dismiss-suggestion";
import { handle } from "@/server/http";

export const PUT = handle(operations.dismissSuggestion, ({ actor, params, body }) =>
  dismissSuggestion(actor, params.assignmentId, { ...body, suggestionId: params.suggestionId }),
);

export const DELETE = handle(operations.withdrawDismissal, ({ actor, params, body }) =>
  withdrawDismissal(actor, params.assignmentId, { ...body, suggestionId: params.suggestionId }),
);
