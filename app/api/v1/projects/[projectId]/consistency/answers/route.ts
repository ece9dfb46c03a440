import { operations } from "@/domain/contract/operations";
import { answerFinding } from "@/server/commands/consistency/answer-finding";
import { handle } from "@/server/http";

export const POST = handle(operations.answerFinding, ({ actor, params, body }) =>
  answerFinding(actor, params.projectId, body),
);
