import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getTrainingOutcome } from "@/server/queries/training/get-training-outcome";

export const GET = handle(operations.getTrainingOutcome, ({ actor, params }) =>
  getTrainingOutcome(actor, params.assignmentId),
);
