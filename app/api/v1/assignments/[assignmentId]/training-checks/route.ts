import { operations } from "@/domain/contract/operations";
import { checkTraining } from "@/server/commands/training/check-training";
import { handle } from "@/server/http";

export const POST = handle(operations.checkTraining, ({ actor, params, body }) =>
  checkTraining(actor, params.assignmentId, body),
);
