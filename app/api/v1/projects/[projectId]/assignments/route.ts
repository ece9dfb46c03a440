import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getAssignmentTable } from "@/server/queries/assignments/get-assignment-table";

export const GET = handle(operations.getAssignmentTable, ({ actor, params }) =>
  getAssignmentTable(actor, params.projectId),
);
