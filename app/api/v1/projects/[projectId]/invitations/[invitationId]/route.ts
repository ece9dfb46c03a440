import { operations } from "@/domain/contract/operations";
import { revokeInvitation } from "@/server/commands/members/invite";
import { handle } from "@/server/http";

export const DELETE = handle(
  operations.revokeInvitation,
  async ({ actor, params: { projectId, invitationId }, body }) => {
    await revokeInvitation(actor, projectId, { ...body, invitationId });
    return undefined;
  },
);
