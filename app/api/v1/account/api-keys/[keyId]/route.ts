import { operations } from "@/domain/contract/operations";
import { revokeApiKey } from "@/server/auth/api-keys";
import { handle } from "@/server/http";

export const DELETE = handle(operations.revokeApiKey, async ({ actor, params }) => {
  await revokeApiKey(actor, params.keyId, new Date());
  return undefined;
});
