import { operations } from "@/domain/contract/operations";
import { changeAssignments } from "@/server/commands/assignments/change-assignments";
import { handle } from "@/server/http";

export const POST = handle(operations.changeAssignments, ({ actor, params, body }) =>
  changeAssignments(actor, params.projectId, body),
);
