import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { lookAtInvitation } from "@/server/queries/look-at-invitation";

export const POST = handle(operations.lookAtInvitation, ({ actor, body }) =>
  lookAtInvitation(actor, body.token, new Date()),
);
