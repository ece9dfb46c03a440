import { operations } from "@/domain/contract/operations";
import { withdrawRuling } from "@/server/commands/withdraw-ruling";
import { handle } from "@/server/http";

export const DELETE = handle(operations.withdrawRuling, ({ actor, params, body }) =>
  withdrawRuling(actor, params.rulingId, body),
);
