import { operations } from "@/domain/contract/operations";
import { endSession } from "@/server/auth/own-sessions";
import { handle } from "@/server/http";

export const DELETE = handle(operations.endSession, async ({ actor, params }) => {
  await endSession(actor, params.sessionId);
  return undefined;
});
