import { operations } from "@/domain/contract/operations";
import { withdrawFindingAnswer } from "@/server/commands/consistency/answer-finding";
import { handle } from "@/server/http";

export const DELETE = handle(operations.withdrawFindingAnswer, ({ actor, params, body }) =>
  withdrawFindingAnswer(actor, params.projectId, params.answerId, body.operationId),
);
