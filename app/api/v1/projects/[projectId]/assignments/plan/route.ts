import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { previewPlan } from "@/server/queries/assignments/preview-plan";

export const POST = handle(operations.planAssignments, ({ actor, params, body }) =>
  previewPlan(actor, params.projectId, body),
);
