import { operations } from "@/domain/contract/operations";
import { settleRecheck } from "@/server/commands/codebook/settle-recheck";
import { handle } from "@/server/http";

export const POST = handle(operations.settleRecheck, ({ actor, params, body }) =>
  settleRecheck(actor, params.recheckId, body.operationId),
);
