import { operations } from "@/domain/contract/operations";
import { reopenAssignment } from "@/server/commands/submit-assignment";
import { handle } from "@/server/http";

export const POST = handle(operations.reopenAssignment, ({ actor, params, body }) =>
  reopenAssignment(actor, params.assignmentId, body),
);
