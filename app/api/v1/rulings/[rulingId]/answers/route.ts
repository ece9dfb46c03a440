import { operations } from "@/domain/contract/operations";
import { answerRuling } from "@/server/commands/discussion/answer-ruling";
import { handle } from "@/server/http";

export const POST = handle(operations.answerRuling, ({ actor, params, body }) =>
  answerRuling(actor, params.rulingId, body),
);
