import { operations } from "@/domain/contract/operations";
import { unblindAssignment } from "@/server/commands/unblind-assignment";
import { handle } from "@/server/http";

export const POST = handle(operations.unblindAssignment, ({ actor, params, body }) =>
  unblindAssignment(actor, params.assignmentId, body),
);
