import { operations } from "@/domain/contract/operations";
import { changeTrainingSettings } from "@/server/commands/training/change-training-settings";
import { handle } from "@/server/http";
import { getTrainingSetup } from "@/server/queries/training/get-training-setup";

export const GET = handle(operations.getTrainingSettings, ({ actor, params }) =>
  getTrainingSetup(actor, params.projectId),
);

export const PUT = handle(operations.changeTrainingSettings, ({ actor, params, body }) =>
  changeTrainingSettings(actor, params.projectId, body),
);
