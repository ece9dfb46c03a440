import { operations } from "@/domain/contract/operations";
import { waiveTraining } from "@/server/commands/training/waive-training";
import { handle } from "@/server/http";

export const PUT = handle(operations.waiveTraining, ({ actor, params: { projectId, memberId }, body }) =>
  waiveTraining(actor, projectId, { ...body, memberId }),
);
