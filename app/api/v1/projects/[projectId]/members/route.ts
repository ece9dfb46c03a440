import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listMembers } from "@/server/queries/list-members";

export const GET = handle(operations.listMembers, ({ actor, params }) =>
  listMembers(actor, params.projectId, new Date()),
);
