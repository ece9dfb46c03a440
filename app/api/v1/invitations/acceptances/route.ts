import { operations } from "@/domain/contract/operations";
import { acceptInvitation } from "@/server/commands/members/accept-invitation";
import { handle } from "@/server/http";

export const POST = handle(operations.acceptInvitation, ({ actor, body, request }) =>
  acceptInvitation({ actor, input: body, headers: request.headers, now: new Date() }),
);
