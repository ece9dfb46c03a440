import { operations } from "@/domain/contract/operations";
import { changeMember, removeMember } from "@/server/commands/members/change-member";
import { handle } from "@/server/http";

export const PUT = handle(operations.changeMember, ({ actor, params: { projectId, memberId }, body }) =>
  changeMember(actor, projectId, { ...body, memberId }),
);

export const DELETE = handle(operations.removeMember, ({ actor, params: { projectId, memberId }, body }) =>
  removeMember(actor, projectId, { ...body, memberId }),
);
