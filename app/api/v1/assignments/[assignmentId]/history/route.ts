import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getAssignmentHistory } from "@/server/queries/get-assignment-history";

export const GET = handle(operations.getAssignmentHistory, ({ actor, params, query }) =>
  getAssignmentHistory(actor, params.assignmentId, query),
);
