import { operations } from "@/domain/contract/operations";
import { applyPlan } from "@/server/commands/assignments/apply-plan";
import { handle } from "@/server/http";

export const POST = handle(operations.applyAssignmentPlan, ({ actor, params, body }) =>
  applyPlan(actor, params.projectId, body),
);
