import { operations } from "@/domain/contract/operations";
import { createInvitation } from "@/server/commands/members/invite";
import { handle } from "@/server/http";

export const POST = handle(operations.createInvitation, ({ actor, params, body }) =>
  createInvitation(actor, params.projectId, body),
);
