import { operations } from "@/domain/contract/operations";
import { startTraining } from "@/server/commands/training/start-training";
import { handle } from "@/server/http";
import { getTrainingState } from "@/server/queries/training/get-training-state";

export const GET = handle(operations.getTrainingState, ({ actor, params }) =>
  getTrainingState(actor, params.projectId),
);

export const POST = handle(operations.startTraining, ({ actor, params, body }) =>
  startTraining(actor, params.projectId, body),
);
