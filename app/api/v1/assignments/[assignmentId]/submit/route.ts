import { operations } from "@/domain/contract/operations";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { handle } from "@/server/http";

export const POST = handle(operations.submitAssignment, ({ actor, params, body }) =>
  submitAssignment(actor, params.assignmentId, body),
);
